// Reading and expressions for the two Polars peers. The thread count must be set before the engine loads.
import { createRequire } from "node:module";

process.env.POLARS_MAX_THREADS ??= "2";
export const { default: pl } = await import("nodejs-polars");
const require = createRequire(import.meta.url);
const native = createRequire(require.resolve("nodejs-polars"))("./internals/polars_internal.js").default;

export function read(path, format) {
  if (format === "csv") return pl.readCSV(path, { rechunk: false });
  const lines = pl.scanJson(path); // readJSON({ format: "lines" }) calls a function that this version of the binding does not have
  return (format === "jsonl" ? lines : lines.select("data").explode("data").unnest("data")).collectSync();
}

/**
 * An expression. nodejs-polars makes an object of some two hundred closures for every step of an expression, which takes a
 * millisecond or two: for 50 columns that is longer than the check. This class holds the same native expression in an ordinary
 * object, so that what is measured is Polars and not its binding.
 */
class Expression {
  constructor(inner) {
    this._expr = inner;
  }

  inner() {
    return this._expr;
  }

  [Symbol.toStringTag]() {
    return "Expr";
  }
}

const unwrap = (x) => (x instanceof Expression ? x._expr : typeof x === "number" ? native.lit(x) : x);
const sameSignature = ["abs", "add", "and", "alias", "cast", "cumSum", "div", "filter", "gather", "gt", "implode", "isNotNull", "log",
  "ltEq", "max", "mul", "pow", "shift", "sortWith", "sub", "sum"];
for (const method of sameSignature) {
  Expression.prototype[method] = function (...values) {
    return new Expression(this._expr[method](...values.map(["pow", "log"].includes(method) ? (x) => x : unwrap)));
  };
}

export const col = (name) => new Expression(native.col(name));
export const lit = (value) => new Expression(native.lit(value));
export const len = () => new Expression(native.len());
export const places = (values) => new Expression(native.litSeries(pl.Series("", values, pl.UInt32).inner()));
export const choose = (condition, then, otherwise) =>
  new Expression(native.when(condition._expr).then(then._expr).otherwise(otherwise._expr));
