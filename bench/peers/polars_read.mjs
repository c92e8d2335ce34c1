// Polars, reading only: both files into frames, nothing else. A floor for any check that starts from files.
import { report, request } from "./common.mjs";
import { pl, read } from "./polars_frames.mjs";

const { reference, current, format } = request();
const rows = [reference, current].map((path) => read(path, format).height);
report("polars-read", `polars ${pl.version}`, []);
if (rows.includes(0)) process.exit(1);
