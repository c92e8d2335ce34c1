"""Evidently's DataDriftPreset with its defaults, read by pandas. Exits 3 when Evidently is not installed."""
import json
import os
import sys

# This file is called evidently.py too: Python must not find it instead of the package.
here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != here]
try:
    import evidently
    import pandas
except ImportError as problem:
    print(f"not installed: {problem}", file=sys.stderr)
    sys.exit(3)
sys.path.append(here)
from pandas_scipy import read  # noqa: E402


def run(reference, current):
    try:  # 0.7 and later
        from evidently import Report
        from evidently.presets import DataDriftPreset
        return Report([DataDriftPreset()]).run(current, reference).dict()
    except ImportError:  # 0.2 to 0.6
        from evidently.metric_preset import DataDriftPreset
        from evidently.report import Report
        report = Report(metrics=[DataDriftPreset()])
        report.run(reference_data=reference, current_data=current)
        return report.as_dict()


file_format = sys.argv[3] if len(sys.argv) > 3 else "csv"
result = run(read(sys.argv[1], file_format), read(sys.argv[2], file_format))
print(json.dumps({
    "peer": "evidently", "version": f"evidently {evidently.__version__}, pandas {pandas.__version__}",
    "columns": [], "result": json.loads(json.dumps(result, default=str)),
}))
