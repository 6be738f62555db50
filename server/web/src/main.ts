import "./styles/base.css";
import "./styles/list.css";
import "./styles/timeline.css";
import "./styles/risk.css";
import "./styles/cells.css";
import "./styles/print.css";
import "./app";
