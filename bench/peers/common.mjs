// What the JavaScript peers share: the command line, p-values (no engine has them) and the one line of output.

export function request() {
  const [reference, current, format = "csv"] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  if (!current || !["csv", "jsonl", "collector"].includes(format)) {
    console.error("usage: node PEER.mjs REFERENCE CURRENT [csv|jsonl|collector]");
    process.exit(2);
  }
  return { reference, current, format };
}

export function report(peer, version, columns) {
  const digits = (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value);
  console.log(JSON.stringify({ peer, version, columns }, digits));
}

/** Limit distribution of the two-sample statistic (Kolmogorov 1933), as scipy's ks_2samp takes for large samples. */
export function ksPValue(d, n, m) {
  const t = Math.sqrt((n * m) / (n + m)) * d;
  if (t < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k < 101; k++) sum += (k % 2 ? 2 : -2) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, sum));
}

/** Upper tail of the chi-square distribution: the regularized gamma function Q(df/2, x/2) by series or continued fraction. */
export function chi2PValue(x, df) {
  const a = df / 2;
  const y = x / 2;
  if (df < 1 || y <= 0) return 1;
  const front = Math.exp(a * Math.log(y) - y - logGamma(a));
  if (y < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 100000 && term > sum * 1e-15; k++) sum += term *= y / (a + k);
    return Math.max(0, 1 - front * sum);
  }
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 100000; k++) {
    b += 2;
    const step = k * (a - k);
    d = 1 / (step * d + b);
    c = b + step / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * h;
}

function logGamma(x) {
  let shift = 0;
  for (; x < 20; x++) shift += Math.log(x);
  const r = 1 / (x * x);
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + (1 / 12 - r * (1 / 360 - r / 1260)) / x - shift;
}

/** Population stability index and Jensen-Shannon distance (natural logarithm) of two arrays of counts. */
export function divergences(reference, current) {
  const total = (counts) => counts.reduce((a, b) => a + b, 0);
  const [n, m] = [total(reference), total(current)];
  let psi = 0;
  let js = 0;
  for (let i = 0; i < reference.length; i++) {
    const [p, q] = [reference[i] / n, current[i] / m];
    const [e, a] = [Math.max(p, 1e-4), Math.max(q, 1e-4)];
    psi += (a - e) * Math.log(a / e);
    if (p > 0) js += p * Math.log((2 * p) / (p + q)) / 2;
    if (q > 0) js += q * Math.log((2 * q) / (p + q)) / 2;
  }
  return { psi, js: Math.sqrt(Math.max(0, js)) };
}
