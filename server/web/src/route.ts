/** What the address after `#` asks for. */
export type Route =
  | { readonly page: "patients" }
  | { readonly page: "patient"; readonly id: string }
  | { readonly page: "run"; readonly id: string; readonly patient?: string }
  | { readonly page: "nowhere" };

export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const parts = path.split("/").filter((part) => part !== "");
  const id = parts[1] === undefined ? undefined : decoded(parts[1]);
  if (parts.length === 0 || (parts.length === 1 && parts[0] === "patients")) {
    return { page: "patients" };
  }
  if (parts.length !== 2 || id === undefined) {
    return { page: "nowhere" };
  }
  switch (parts[0]) {
    case "patients":
      return { page: "patient", id };
    case "runs": {
      const patient = new URLSearchParams(query).get("patient");
      return patient === null ? { page: "run", id } : { page: "run", id, patient };
    }
    default:
      return { page: "nowhere" };
  }
}

/** An address that was typed may hold a broken escape. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
