# The oracle of org.marrow.core.survival: R's package survival.
#
#   Rscript survival.R cohorts          > cohorts.tsv   made-up cohorts, seeded
#   Rscript survival.R oracle FILE.tsv  > oracle.tsv    what R says of each cohort of such a table
#
# A table has the columns cohort, time, status (1 event, 0 censored), group (an order from good to bad is that of first appearance
# after sorting) and x (a number). The oracle prints cohort, quantity, value with 15 digits; NA where R has none.
suppressMessages(library(survival))

cohorts <- function() {
  set.seed(20261124, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  make <- function(cohort, n, rates, followup, digits, names = LETTERS[seq_along(rates)], shape = 1) {
    g <- sample(seq_along(rates), n, replace = TRUE)
    x <- round(rnorm(n), 3)
    shape <- rep(shape, length.out = length(rates))
    death <- rweibull(n, shape[g], 1 / (rates[g] * exp(0.4 * x)))
    end <- runif(n, 0.1 * followup, followup)
    data.frame(cohort, time = round(pmin(death, end), digits), status = as.integer(death <= end), group = names[g], x)
  }
  small <- function(cohort, time, status, group, x = seq_along(time)) data.frame(cohort, time, status, group, x)
  near <- make("near-ties", 60, c(0.02, 0.05), 60, 0)
  # Sums of decimals that differ in the last bit from the decimal itself.
  near$time <- ifelse(seq_len(60) %% 2 == 0, near$time / 10, near$time * 0.1 + 0.2 - 0.2)
  near$time <- abs(near$time)
  list(
    make("days", 240, c(0.0004, 0.0009, 0.002), 3000, 0),
    make("months-tied", 150, c(0.02, 0.04, 0.06, 0.12), 24, 0),
    near,
    make("crossing", 160, c(0.02, 0.02), 120, 1, shape = c(0.5, 2.5)),
    make("six-groups", 300, 0.001 * 1.6^(0:5), 2000, 0),
    small("no-event-in-a-group", c(5, 8, 12, 12, 20, 3, 6, 9, 9, 15, 7, 30, 40), c(0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0),
          rep(c("A", "B", "C"), c(5, 5, 3))),
    small("lone-patients", c(4, 6, 2, 9, 1), c(1, 0, 1, 1, 0), c("A", "B", "C", "C", "D")),
    small("all-censored", c(1, 2, 2, 5, 8), c(0, 0, 0, 0, 0), c("A", "A", "B", "B", "B")),
    small("one-event-patient", 7, 1, "A"),
    small("one-censored-patient", 7, 0, "A"),
    small("ends-in-event", c(1, 2, 3, 4, 5, 5), c(1, 0, 1, 1, 1, 1), "A"),
    small("ends-in-censoring", c(1, 2, 3, 4, 5, 5), c(1, 0, 1, 1, 1, 0), "A"),
    small("half-for-a-while", c(1, 2, 3, 4), c(1, 1, 1, 1), "A"),
    small("half-to-the-end", c(1, 2, 3, 4), c(1, 1, 0, 0), "A"),
    small("time-zero", c(0, 0, 0, 1, 2, 3, 3, 4), c(1, 0, 1, 1, 0, 1, 1, 0), rep(c("A", "B"), 4)))
}

number <- function(v) ifelse(is.na(v), "NA", sprintf("%.15g", v))
out <- function(cohort, quantity, value) cat(paste(cohort, quantity, number(value), sep = "\t"), sep = "\n")
quietly <- function(expression) tryCatch(expression, warning = function(w) NULL, error = function(e) NULL)
tight <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60)

curves <- function(cohort, d, label) {
  for (type in c("log", "log-log", "plain")) {
    f <- survfit(Surv(time, status) ~ 1, d, conf.type = type)
    where <- function(what) paste("km", label, type, what, seq_along(f$time) - 1, sep = "/")
    if (type == "log") {
      out(cohort, where("time"), f$time)
      out(cohort, where("atRisk"), f$n.risk)
      out(cohort, where("events"), f$n.event)
      out(cohort, where("censored"), f$n.censor)
      out(cohort, where("survival"), f$surv)
      # R keeps the error of log S; once S is 0 it is infinite times 0.
      out(cohort, where("standardError"), ifelse(f$surv == 0, NA, f$std.err * f$surv))
    }
    out(cohort, where("lower"), f$lower)
    out(cohort, where("upper"), f$upper)
    t <- summary(f)$table
    out(cohort, paste("median", label, type, c("estimate", "lower", "upper"), sep = "/"),
        t[c("median", "0.95LCL", "0.95UCL")])
  }
  f <- survfit(Surv(time, status) ~ 1, d)
  for (t in unique(c(0, f$time[1], quantile(d$time, c(0.3, 0.6, 0.9), type = 1), max(d$time), median(d$time) + 0.25))) {
    if (t > max(f$time)) next
    s <- summary(f, times = t)
    key <- paste("at", label, sprintf("%.17g", t), sep = "/")
    out(cohort, paste(key, c("atRisk", "survival", "standardError", "lower", "upper"), sep = "/"),
        c(s$n.risk, s$surv, ifelse(s$surv == 0, NA, s$std.err), s$lower, s$upper))
    if (t > 0) {
      r <- summary(f, rmean = t)$table
      m <- grep("^\\*?rmean", names(r))
      out(cohort, paste("rmst", label, sprintf("%.17g", t), c("mean", "standardError"), sep = "/"), c(r[m], r[m + 1]))
    }
  }
  t <- summary(survfit(Surv(time, 1 - status) ~ 1, d))$table
  out(cohort, paste("followup", label, c("estimate", "lower", "upper"), sep = "/"), t[c("median", "0.95LCL", "0.95UCL")])
}

logrank <- function(cohort, d) {
  f <- quietly(survdiff(Surv(time, status) ~ group, d))
  if (is.null(f)) return(invisible())
  g <- levels(d$group)
  df <- sum(f$exp > 0) - 1
  out(cohort, paste("logrank/observed", g, sep = "/"), as.vector(f$obs))
  out(cohort, paste("logrank/expected", g, sep = "/"), as.vector(f$exp))
  out(cohort, paste("logrank/variance", rep(g, each = length(g)), g, sep = "/"), as.vector(f$var))
  out(cohort, c("logrank/chisq", "logrank/p"),
      if (df < 1) c(NA, NA) else c(f$chisq, pchisq(f$chisq, df, lower.tail = FALSE)))
  w <- seq_along(g) - 1
  v <- drop(w %*% f$var %*% w)
  chisq <- if (v > 1e-12) sum(w * (f$obs - f$exp))^2 / v else NA
  out(cohort, c("trend/chisq", "trend/p"), c(chisq, pchisq(chisq, 1, lower.tail = FALSE)))
  # The same statistic by another way: the score test of the exact partial likelihood.
  exact <- if (nrow(d) <= 200) quietly(coxph(Surv(time, status) ~ as.integer(group), d, ties = "exact"))
  if (!is.null(exact)) out(cohort, "trend-exact/chisq", exact$score)
}

cox <- function(cohort, d, name, formula) {
  f <- quietly(coxph(formula, d, control = tight))
  if (is.null(f) || sum(d$status) == 0 || anyNA(f$coefficients)) return(out(cohort, paste("cox", name, "exists", sep = "/"), NA))
  key <- function(...) paste("cox", name, ..., sep = "/")
  k <- seq_along(f$coefficients) - 1
  n <- length(k)
  tests <- c(2 * diff(f$loglik), f$wald.test, f$score)
  out(cohort, key("coefficient", k), unname(f$coefficients))
  out(cohort, key("covariance", rep(k, each = n), k), as.vector(f$var))
  out(cohort, key(c("nullLogLikelihood", "logLikelihood")), f$loglik)
  out(cohort, key(c("likelihoodRatio", "wald", "score")), tests)
  out(cohort, key(c("likelihoodRatio.p", "wald.p", "score.p")), pchisq(tests, n, lower.tail = FALSE))
  z <- quietly(cox.zph(f, transform = "km"))
  if (!is.null(z)) out(cohort, key(c("proportional", "proportional.p")), z$table["GLOBAL", c("chisq", "p")])
  usual <- quietly(coxph(formula, d))
  if (!is.null(usual)) out(cohort, key("default", k), unname(usual$coefficients))
  if (name == "group") {
    t <- median(d$time)
    s <- summary(survfit(f, newdata = data.frame(group = levels(d$group))), times = t)$surv
    out(cohort, paste("predicted", levels(d$group), sprintf("%.17g", t), sep = "/"), as.vector(s))
    if (nrow(d) <= 250) leaveOneOut(cohort, d, t)
  }
  if (name == "x") {
    s <- summary(survfit(f, newdata = data.frame(x = c(-1, 0.5, 2))), times = median(d$time))$surv
    out(cohort, paste("predicted-x", 0:2, sep = "/"), as.vector(s))
  }
}

# Each patient's survival at t as the others predict it, and its mean in each group.
leaveOneOut <- function(cohort, d, t) {
  p <- sapply(seq_len(nrow(d)), function(i) {
    f <- quietly(coxph(Surv(time, status) ~ group, d[-i, ], control = tight))
    if (is.null(f) || anyNA(f$coefficients)) return(NA)
    summary(survfit(f, newdata = d[i, ]), times = t, extend = TRUE)$surv
  })
  if (!anyNA(p)) out(cohort, paste("left-out", levels(d$group), sprintf("%.17g", t), sep = "/"), as.vector(tapply(p, d$group, mean)))
}

concord <- function(cohort, d, name, score) {
  for (reverse in c(FALSE, TRUE)) {
    c <- quietly(concordance(Surv(time, status) ~ s, data.frame(d, s = score), reverse = reverse))
    if (is.null(c) || sum(c$count[1:3]) == 0) next
    out(cohort, paste("concordance", name, if (reverse) "shorter" else "longer",
                      c("index", "standardError", "concordant", "discordant", "tiedScore", "tiedTime", "tiedBoth"), sep = "/"),
        c(c$concordance, sqrt(c$var), c$count))
  }
}

oracle <- function(file) {
  all <- read.delim(file, colClasses = c(cohort = "character", group = "character"))
  cat("# ", R.version.string, ", survival ", as.character(packageVersion("survival")), "\n", sep = "")
  for (cohort in unique(all$cohort)) {
    d <- all[all$cohort == cohort, ]
    d$group <- factor(d$group, sort(unique(d$group), method = "radix"))
    # Ties are settled once for the whole cohort, as survdiff and coxph do.
    d$time <- aeqSurv(Surv(d$time, d$status))[, 1]
    curves(cohort, d, "all")
    if (nlevels(d$group) > 1) {
      for (g in levels(d$group)) curves(cohort, d[d$group == g, ], g)
      logrank(cohort, d)
      cox(cohort, d, "group", Surv(time, status) ~ group)
      cox(cohort, d, "group-x", Surv(time, status) ~ group + x)
    }
    cox(cohort, d, "x", Surv(time, status) ~ x)
    concord(cohort, d, "group", as.integer(d$group))
    concord(cohort, d, "x", d$x)
  }
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) == 1 && arguments[1] == "cohorts") {
  d <- do.call(rbind, cohorts())
  d$time <- sprintf("%.17g", d$time)
  write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
} else if (length(arguments) == 2 && arguments[1] == "oracle") {
  oracle(arguments[2])
} else {
  stop("usage: Rscript survival.R cohorts | Rscript survival.R oracle FILE.tsv")
}
