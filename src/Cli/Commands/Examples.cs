namespace Homeostat.Cli;

/// <summary>What help shows besides arguments and options.</summary>
internal static class Examples
{
    private const string Check = """
        Examples:
          Did June drift from January? The table says which columns, and how far.
            homeostat check january.csv june.csv

          Against a fingerprint made before, with reports for a pipeline and for people.
            homeostat check january.hfp 'landing/2026-06-*/*.jsonl' --json report.json --html report.html

          From another program, and on to the next.
            zcat june.csv.gz | homeostat check january.csv - --json - | jq .verdict

          With thresholds of your own; null turns a signal off.
            echo '{ "judge": { "signals": { "psi": { "threshold": 0.1 }, "wasserstein": { "threshold": null } } } }' > policy.json
            homeostat check january.csv june.csv --policy policy.json

        Signals of a policy:
          psi, jensenShannon, wasserstein, kolmogorovSmirnov, hellinger, missingRate, typeErrorRate, unseenRate, outOfRangeRate;
          beside "signals" stands "significance", the chance of a false alarm a batch (0.01).

        Exit codes:
          0   healthy, or too few rows to tell (it says which)
          1   at least one column drifted
          2   bad input or usage; nothing was written
          70  a bug in Homeostat
        """;

    private const string Profile = """
        Examples:
          Writes january.csv.hfp into the current folder.
            homeostat profile january.csv

          All files of a month, counted as one reference.
            homeostat profile 'exports/2026-01-*/*.csv.gz' --output models/fares-7.hfp

          With types and roles said rather than guessed.
            echo '{ "columns": { "zip": { "type": "categorical" }, "row": { "role": "id" } } }' > schema.json
            homeostat profile january.csv --schema schema.json

        Exit codes:
          0   the fingerprint is written
          2   bad input or usage; nothing was written
          70  a bug in Homeostat
        """;

    private const string Policy = """
        Examples:
          Is it right? Every error is told at once, with its place.
            homeostat policy validate policies/*.json

          What will it do? In sentences, with numbers.
            homeostat policy explain policies/flights.json

          The smallest policy; what it leaves out has a default.
            echo '{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }' > flights.json

        Exit codes:
          0   done; for validate: every file is valid
          2   bad input or usage; for validate: a file has an error
          70  a bug in Homeostat
        """;

    private const string Journal = """
        Examples:
          What was decided lately? Time, number, kind and a sentence.
            homeostat journal flights --since 24h

          As it happens, until Ctrl+C; works beside a running host.
            homeostat journal flights --follow

          Did anybody change it since? Walks the chain of hashes.
            homeostat journal flights --verify

          For a program, with evidence and hashes.
            homeostat journal flights --json | jq 'select(.kind == "rolled-back")'

        Exit codes:
          0   shown; for --verify: intact
          1   --verify only: a byte was changed, lost or put in
          2   bad input or usage
          70  a bug in Homeostat
        """;

    private const string Explain = """
        Examples:
          Where does it stand, why, and what comes next?
            homeostat explain flights

          Why was this decided? By the number that homeostat journal shows, with the evidence, and decided again.
            homeostat explain flights 17

          What became of a file, by its name; and an incident from its cause to its end.
            homeostat explain flights monday.csv
            homeostat explain flights incident-12

        Exit codes:
          0   explained
          2   bad input or usage, or no such event
          70  a bug in Homeostat
        """;

    private const string Emulator = """
        Examples:
          Endpoints, deployments and traffic, for whoever writes against Azure ML.
            homeostat emulator

          With models that are served by a script of yours.
            homeostat emulator --serve 'python3 serve.py --model {model} --port {port}'

          Beside a folder that a loop reads, on another port, at the cloud's pace.
            homeostat emulator --storage loop/storage --port 9443 --slow

        Exit codes:
          0   stopped by Ctrl+C or a polite kill
          2   bad usage, a port that is taken, a folder that cannot be used
          70  a bug in Homeostat
        """;

    private const string Train = """
        Examples:
          The label is named in the configuration; types and the rest are guessed.
            echo '{ "columns": { "late": { "role": "label" } } }' > flights.json
            homeostat model train --data january.csv february.csv --config flights.json --output model-1

          From a dataset that the loop assembled, starting from the champion, with ten settings tried.
            homeostat model train --data state/flights/datasets/4f1c.json --champion model-1 --trials 10 --output model-2

        Exit codes:
          0   the model is written
          2   bad input or usage; no model was written
          70  a bug in Homeostat
        """;

    private const string Serve = """
        Examples:
          On any free port; the line says which.
            homeostat model serve --model model-1 --port 0

          Ask it.
            curl http://127.0.0.1:5001/score --data '[{ "hour": 22, "distance": 1500, "carrier": "C" }]'
            curl http://127.0.0.1:5001/health

        Exit codes:
          0   told to end, or its parent ended
          2   bad input or usage: no model, a port that is taken
          70  a bug in Homeostat
        """;

    private const string Run = """
        Examples:
          Everything on this machine, in the folder ./homeostat.
            homeostat run

          Then, in another terminal: a policy, a batch with labels, the first champion.
            cp flights.json homeostat/policies/ && cp week1.csv homeostat/batches/flights/
            homeostat retrain flights --reason "the first model"

          With models that are served by a script of yours.
            homeostat run --serve 'python3 /models/serve.py --model {model} --port {port}'

          With a workspace in the cloud.
            homeostat run --subscription ID --resource-group ml --workspace prod --data-root azureml://datastores/loop/paths/

        Exit codes:
          0   stopped by Ctrl+C or a polite kill; started again, it goes on
          2   bad usage; a folder, port, key or workspace that cannot be used
          3   the workspace cannot be reached
          70  a bug in Homeostat
        """;

    private const string Ask = """
        Examples:
          All models of the host on this machine, and one in detail.
            homeostat status
            homeostat status flights

          Traffic back to the champion before, or to a version.
            homeostat rollback flights --reason "complaints since noon"
            homeostat rollback flights --to 7 --reason "complaints since noon"

          A challenger now; an answer to what homeostat status says is asked.
            homeostat retrain flights --reason "new airline"
            homeostat approve flights 3-cost
            homeostat approve flights 3-cost --refuse --reason "not this month"

          Watch only, and go on; on another host.
            homeostat pause flights --reason holidays --url https://loop.example --key "$KEY"
            homeostat resume flights

        Exit codes:
          0   done, under way or kept: the words say which
          2   bad usage, or the host refuses
          3   no host answers, or it does not reach its endpoint
          70  a bug, here or of the host
        """;

    private const string Root = """
        Examples:
          homeostat check january.csv june.csv          has the data drifted?
          homeostat profile january.csv                 keep a reference as a fingerprint of a few kilobytes
          homeostat check january.csv.hfp june.csv      check against it, without the rows
          homeostat policy explain flights.json         what a policy will do, in sentences
          homeostat run                                 the loop on this machine, on a folder
          homeostat status                              what it does
          homeostat rollback flights --reason "why"     traffic back, by hand
          homeostat journal flights --since 24h         what the loop decided
          homeostat explain flights                     where a model stands, and why
          homeostat emulator                            Azure ML endpoints on this machine, to develop against

        Exit codes:
          0   healthy, or done
          1   drift, or a failed gate
          2   bad input or usage
          3   the other side is unreachable
          70  a bug in Homeostat
        """;

    internal static string Of(string command) => command switch
    {
        "check" => Check,
        "profile" => Profile,
        "emulator" => Emulator,
        "policy" or "policy validate" or "policy explain" => Policy,
        "journal" => Journal,
        "explain" => Explain,
        "run" => Run,
        "status" or "rollback" or "retrain" or "approve" or "pause" or "resume" => Ask,
        "model" or "model train" => Train,
        "model serve" => Serve,
        _ => Root,
    };
}
