// Polars, the whole check, on two threads.
//
// Numeric columns, exact: the values of both files are sorted once, with weights +1/n and -1/m; the running sum of the weights is
// the difference of the two distribution functions, so KS is its largest size at the end of a run of equal values and Wasserstein-1
// the sum of size x gap. The reference's deciles come from the same order (linear between order statistics, as numpy), and PSI and
// Jensen-Shannon from counts over the bins (a, b].
//   --bins: KS and Wasserstein are left out and the deciles come from a sort of the reference alone: the least a check can do.
// Categorical columns: one group-by over both frames; PSI, Jensen-Shannon and chi-square from its counts.
// Columns are lazy queries of their own, all handed over at once, so that Polars keeps both threads busy.
import { chi2PValue, divergences, ksPValue, report, request } from "./common.mjs";
import { choose, col, len, lit, pl, places, read } from "./polars_frames.mjs";

const onlyBins = process.argv.includes("--bins");
const { reference, current, format } = request();
const frames = [read(reference, format), read(current, format)];
const names = frames[0].columns;
const isText = new Map(names.map((name, i) => [name, String(frames[0].dtypes[i]).includes("String")]));
const numeric = names.filter((name) => !isText.get(name));
const present = frames.map((frame) => new Map(names.map((name) => [name, frame.height - frame.getColumn(name).nullCount()])));
const sides = frames.map((frame, side) => frame.withColumn(lit(side === 0).alias("$reference")));
const both = pl.concat(sides, { rechunk: false, how: "vertical" });

function sizes(name) {
  return present.map((counts) => counts.get(name));
}

/** Lower and upper order statistic and the weight of the upper one, for each decile, as numpy's default quantile. */
function decilePlaces(n) {
  return Array.from({ length: 9 }, (_, k) => {
    const at = ((k + 1) / 10) * (n - 1);
    return [Math.floor(at), Math.min(n - 1, Math.floor(at) + 1), at - Math.floor(at)];
  });
}

function orderStatistics(ordered, n) {
  return ordered.gather(places(decilePlaces(n).flatMap(([low, high]) => [low, high]))).implode().alias("order");
}

function deciles(order, n) {
  return decilePlaces(n).map(([, , part], k) => order[2 * k] * (1 - part) + order[2 * k + 1] * part);
}

async function sortedStatistics(name) {
  const [n, m] = sizes(name);
  const value = col(name);
  const weight = col("$reference").cast(pl.Float64, false).mul(1 / n + 1 / m).sub(1 / m);
  const result = await both.lazy()
    .select(value, col("$reference"))
    .filter(value.isNotNull())
    .sort(name)
    .withColumns(weight.cumSum(false).abs().alias("$difference"), value.shift(-1).sub(value).alias("$gap"))
    .select(
      col("$difference").filter(col("$gap").gt(0)).max().alias("ks"),
      col("$difference").mul(col("$gap")).sum().alias("wasserstein"),
      orderStatistics(value.filter(col("$reference")), n))
    .collect();
  const [ks, wasserstein, order] = result.row(0);
  return { ks, ks_p: ksPValue(ks, n, m), wasserstein, edges: deciles(order, n) };
}

async function decilesOnly(name) {
  const [n] = sizes(name);
  const sorted = col(name).filter(col(name).isNotNull()).sortWith(false, false, false, false);
  const result = await frames[0].lazy().select(orderStatistics(sorted, n)).collect();
  return { edges: deciles(result.row(0)[0], n) };
}

/** Counts over the bins (edge, next edge] of every numeric column of one frame. */
async function binCounts(frame, edges) {
  const expressions = numeric.flatMap((name, i) => edges[i].map((edge, k) => col(name).ltEq(edge).sum().alias(`${name}/${k}`)));
  return (await frame.lazy().select(...expressions).collect()).row(0).map(Number);
}

async function numericColumns() {
  const statistics = await Promise.all(numeric.map(onlyBins ? decilesOnly : sortedStatistics));
  const edges = statistics.map((column) => [...new Set(column.edges)]);
  const below = await Promise.all(frames.map((frame) => binCounts(frame, edges)));
  let at = 0;
  return numeric.map((name, i) => {
    const counts = below.map((row, side) => {
      const cumulative = [0, ...row.slice(at, at + edges[i].length), sizes(name)[side]];
      return cumulative.slice(1).map((count, k) => count - cumulative[k]);
    });
    at += edges[i].length;
    const { edges: _, ...exact } = statistics[i];
    return { name, kind: "numeric", ...exact, ...divergences(...counts) };
  });
}

async function categorical(name) {
  const counted = await both.lazy()
    .select(col(name), col("$reference"))
    .filter(col(name).isNotNull())
    .groupBy(col(name))
    .agg(col("$reference").sum().cast(pl.Float64, false).alias("n"), len().cast(pl.Float64, false).alias("all"))
    .withColumns(col("all").sub(col("n")).alias("m"))
    .select(...categoricalStatistics(...sizes(name)))
    .collect();
  const [psi, js, chi2, levels] = counted.row(0).map(Number);
  return { name, kind: "categorical", psi, js: Math.sqrt(Math.max(0, js)), chi2, chi2_p: chi2PValue(chi2, levels - 1) };
}

function categoricalStatistics(n, m) {
  const [p, q] = [col("n").div(n), col("m").div(m)];
  const clip = (share) => choose(share.gt(1e-4), share, lit(1e-4));
  const [e, a] = [clip(p), clip(q)];
  const part = (share, other) => choose(share.gt(0), share.mul(share.mul(2).div(share.add(other)).log(Math.E)), lit(0));
  const expected = (size) => col("all").mul(size / (n + m));
  const term = (column, size) => col(column).sub(expected(size)).pow(2).div(expected(size));
  return [
    a.sub(e).mul(a.div(e).log(Math.E)).sum().alias("psi"),
    part(p, q).add(part(q, p)).sum().div(2).alias("js"),
    term("n", n).add(term("m", m)).sum().alias("chi2"),
    len().alias("levels"),
  ];
}

const [categories, numbers] = await Promise.all([Promise.all(names.filter((name) => isText.get(name)).map(categorical)), numericColumns()]);
const all = new Map([...numbers, ...categories].map((column) => [column.name, column]));
report(onlyBins ? "polars-bins" : "polars", `polars ${pl.version}`, names.map((name) => all.get(name)));
