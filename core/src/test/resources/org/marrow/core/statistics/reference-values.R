# Prints the reference values of ReferenceValuesTest: Rscript reference-values.R > reference-values.tsv
# Columns: function, its arguments joined by commas, value with 17 digits.
out <- function(name, value, ...) {
  arguments <- paste(sapply(c(...), function(x) sprintf("%.17g", x)), collapse = ",")
  cat(name, "\t", arguments, "\t", sprintf("%.17g", value), "\n", sep = "")
}

# R itself loses digits, or warns of underflow, in a few far tails; the test has those from mpmath.
r.is.wrong <- function(x, a, b) b == 1e6 && a %in% c(2.5, 12) && x %in% c(1e-3, 0.05)

cat("# ", R.version.string, "\n", sep = "")

for (x in c(1e-10, 1e-3, 0.25, 0.5, 0.9, 1.1, 1.4616, 1.75, 2.25, 3, 4.5, 7.3, 9.999, 10, 12.5, 100, 1e4, 1e6, 1e9))
  out("lgamma", lgamma(x), x)

for (a in c(0.5, 1, 2.5, 12, 150, 1e4)) for (b in c(0.5, 1, 3, 40, 1e4, 1e6)) {
  out("lbeta", lbeta(a, b), a, b)
  for (x in c(1e-9, 1e-6, 1e-3, 0.05, 0.4, 0.7, 0.99)) {
    out("pbeta.log", pbeta(x, a, b, log.p = TRUE), x, a, b)
    if (!r.is.wrong(x, a, b)) out("pbeta.upper.log", pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE), x, a, b)
  }
  for (p in c(1e-12, 1e-4, 0.025, 0.3, 0.5, 0.8, 0.975)) {
    out("qbeta", qbeta(p, a, b), p, a, b)
    out("qbeta.upper", qbeta(p, a, b, lower.tail = FALSE), p, a, b)
  }
}

for (a in c(0.5, 1, 3, 20.5, 400, 1e5)) {
  for (r in c(1e-6, 0.01, 0.4, 0.9, 1, 1.1, 2, 6)) {
    out("pgamma.log", pgamma(a * r, a, log.p = TRUE), a * r, a)
    out("pgamma.upper.log", pgamma(a * r, a, lower.tail = FALSE, log.p = TRUE), a * r, a)
  }
  for (p in c(1e-12, 1e-4, 0.025, 0.3, 0.5, 0.8, 0.975)) {
    out("qgamma", qgamma(p, a), p, a)
    out("qgamma.upper", qgamma(p, a, lower.tail = FALSE), p, a)
  }
}

for (n in c(1, 10, 1000, 11872, 1e6)) for (p in c(1e-6, 1e-4, 0.003, 0.5)) for (k in c(0, 1, 3, 10, 50, 600, 5000)) {
  if (k <= n) {
    out("dbinom.log", dbinom(k, n, p, log = TRUE), k, n, p)
    if (!(k == 3 && n == 1e6 && p == 0.003)) out("pbinom.log", pbinom(k, n, p, log.p = TRUE), k, n, p)
    out("survival.log", pbinom(k - 1, n, p, lower.tail = FALSE, log.p = TRUE), k, n, p)
  }
}

for (m in c(1e-6, 0.05, 1, 7.5, 300)) for (k in c(0, 1, 3, 10, 50, 600)) {
  out("dpois.log", dpois(k, m, log = TRUE), k, m)
  out("ppois.log", ppois(k, m, log.p = TRUE), k, m)
  out("poisson.survival.log", ppois(k - 1, m, lower.tail = FALSE, log.p = TRUE), k, m)
}

for (n in c(1, 20, 500, 11872, 1e6)) for (k in c(0, 1, 3, 17, 500)) {
  if (k <= n) {
    ci <- binom.test(k, n)$conf.int
    out("clopper.lower", ci[1], k, n)
    out("clopper.upper", ci[2], k, n)
  }
}
for (k in c(0, 1, 2, 10, 11872)) {
  ci <- poisson.test(k)$conf.int
  out("garwood.lower", ci[1], k)
  out("garwood.upper", ci[2], k)
}

for (p in c(1e-300, 1e-20, 1e-6, 0.025, 0.2, 0.4999, 0.5, 0.51, 0.8, 0.975, 0.999999)) out("qnorm", qnorm(p), p)
for (z in c(-37, -8, -1.96, -1e-4, 0, 0.3, 1.96, 6)) out("pnorm", pnorm(z), z)

# R has no beta-binomial: its sum is written out.
logmass <- function(k, n, a, b) lchoose(n, k) + lbeta(k + a, n - k + b) - lbeta(a, b)
logsum <- function(l) max(l) + log(sum(exp(l - max(l))))
survival <- function(k, n, a, b)
  if (k == 0) 0 else if (k < n * a / (a + b)) log1p(-exp(logsum(logmass(0:(k - 1), n, a, b)))) else logsum(logmass(k:n, n, a, b))
for (n in c(5, 300, 20000)) for (a in c(0.2, 1, 8)) for (mu in c(1e-5, 1e-3, 0.2)) for (k in c(0, 1, 3, 5, 40)) {
  b <- a * (1 - mu) / mu
  if (k <= n) {
    out("betabinomial.survival.log", survival(k, n, a, b), k, n, a, b)
  }
}
