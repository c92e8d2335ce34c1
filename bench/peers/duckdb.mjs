// DuckDB, the whole check in SQL, on two threads.
//
// Both files become in-memory tables (several queries need the rows). Numeric columns: over the values of both in order, a window
// sum of +1/n and -1/m is the difference of the distribution functions, from which KS and Wasserstein-1 follow exactly; deciles by
// quantile_cont, PSI and Jensen-Shannon from counts over the bins (a, b].
// Categorical columns: counts by level; PSI, Jensen-Shannon and chi-square from them.
import { DuckDBInstance, version } from "@duckdb/node-api";
import { chi2PValue, divergences, ksPValue, report, request } from "./common.mjs";

const { reference, current, format } = request();
const instance = await DuckDBInstance.create(":memory:", { threads: process.env.DUCKDB_THREADS ?? "2" });
const db = await instance.connect();
await db.run("SET preserve_insertion_order = false");
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowsJS();
const quote = (name) => `"${name.replaceAll('"', '""')}"`;

function source(path) {
  const file = `'${path.replaceAll("'", "''")}'`;
  if (format === "csv") return `SELECT * FROM read_csv(${file})`;
  const lines = `read_json(${file}, format = 'newline_delimited', maximum_object_size = 67108864)`;
  if (format === "jsonl") return `SELECT * FROM ${lines}`;
  return `SELECT unnest(row, max_depth := 2) FROM (SELECT unnest(data) AS row FROM ${lines})`;
}

// Grouping by value first is three times faster for whole numbers, which repeat, and twice slower for fractions, which do not.
function steps(column, type, n, m) {
  const weighted = (table, weight) => `SELECT ${column} AS v, ${weight}::DOUBLE AS w FROM ${table} WHERE ${column} IS NOT NULL`;
  const all = `${weighted("reference", 1 / n)} UNION ALL ${weighted("current", -1 / m)}`;
  return type === "DOUBLE" ? all : `SELECT v, sum(w) AS w FROM (${all}) GROUP BY v`;
}

async function numeric(name, type) {
  const column = quote(name);
  const [[n, cuts]] = await rows(`
    SELECT count(${column})::DOUBLE, quantile_cont(${column}::DOUBLE, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) FROM reference`);
  const [[m]] = await rows(`SELECT count(${column})::DOUBLE FROM current`);
  const [[ks, wasserstein]] = await rows(`
    WITH steps AS (
      SELECT abs(sum(w) OVER o) AS difference, lead(v) OVER o - v AS gap
      FROM (${steps(column, type, n, m)}) WINDOW o AS (ORDER BY v ROWS UNBOUNDED PRECEDING))
    SELECT max(difference) FILTER (gap > 0), sum(difference * gap) FROM steps`);
  const edges = [...new Set(cuts.items ?? cuts)];
  const [expected, actual] = [await binCounts("reference", column, edges, n), await binCounts("current", column, edges, m)];
  return { name, kind: "numeric", ks, ks_p: ksPValue(ks, n, m), wasserstein, ...divergences(expected, actual) };
}

async function binCounts(table, column, edges, total) {
  const [row] = await rows(`SELECT ${edges.map((edge) => `sum((${column} <= ${edge}::DOUBLE)::INT)::DOUBLE`).join(", ")} FROM ${table}`);
  const cumulative = [0, ...row, total];
  return cumulative.slice(1).map((count, k) => count - cumulative[k]);
}

async function categorical(name) {
  const column = quote(name);
  const [[psi, js, chi2, levels]] = await rows(`
    WITH counts AS (
      SELECT sum(r)::DOUBLE AS r, sum(c)::DOUBLE AS c FROM (
        SELECT ${column} AS v, count(*) AS r, 0 AS c FROM reference WHERE ${column} IS NOT NULL GROUP BY v
        UNION ALL SELECT ${column}, 0, count(*) FROM current WHERE ${column} IS NOT NULL GROUP BY 1)
      GROUP BY v),
    totals AS (SELECT sum(r) AS n, sum(c) AS m FROM counts),
    shares AS (SELECT r, c, n, m, r / n AS p, c / m AS q FROM counts, totals),
    parts AS (
      SELECT *, greatest(p, 1e-4) AS e, greatest(q, 1e-4) AS a, (r + c) * n / (n + m) AS er, (r + c) * m / (n + m) AS ec
      FROM shares)
    SELECT sum((a - e) * ln(a / e)),
      sqrt(greatest(0, sum(CASE WHEN p > 0 THEN p * ln(2 * p / (p + q)) ELSE 0 END
        + CASE WHEN q > 0 THEN q * ln(2 * q / (p + q)) ELSE 0 END) / 2)),
      sum((r - er) * (r - er) / er + (c - ec) * (c - ec) / ec), count(*) FROM parts`);
  return { name, kind: "categorical", psi, js, chi2, chi2_p: chi2PValue(chi2, Number(levels) - 1) };
}

await db.run(`CREATE TABLE reference AS ${source(reference)}`);
await db.run(`CREATE TABLE current AS ${source(current)}`);
const schema = await rows("SELECT column_name, column_type FROM (DESCRIBE reference)");
const columns = [];
for (const [name, type] of schema) columns.push(type === "VARCHAR" ? await categorical(name) : await numeric(name, type));
report("duckdb", `duckdb ${version()}`, columns);
