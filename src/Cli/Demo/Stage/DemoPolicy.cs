namespace Homeostat.Cli;

/// <summary>What the loop may do in the demo: seconds where a real policy has hours, and room for the noise of small numbers.</summary>
internal static class DemoPolicy
{
    internal const string Model = "flights";

    /// <summary>The deployment of the first champion.</summary>
    internal const string FirstDeployment = "flights-1";

    internal const string Text = """
        // The policy of the demo: a week of flights takes five seconds, so seconds stand where a real policy has hours and days.
        // homeostat policy explain tells it in sentences; docs/policy.md has every member.
        {
          "model": "flights",
          "endpoint": "flights",
          "description": "Will a flight arrive 15 minutes late or more? Asked before it leaves.",

          "schema": {
            "columns": {
              "flight": { "role": "id" },
              "weekday": { "type": "categorical" },
              "hour": { "type": "integer" },
              "distance": { "type": "numeric" },
              "origin": { "type": "categorical" },
              "destination": { "type": "categorical" },
              "late": { "type": "integer", "role": "label" }, // comes in files of its own, when the flights have landed
              "answer": { "type": "integer", "role": "prediction" },
              "probability": { "type": "numeric", "role": "score" },
            },
          },

          "judge": { "performance": { "margin": 0.05, "window": "2s" } }, // a week by itself
          "quality": { "minimumRows": 200 },
          "health": { "maximumSilence": "1h" },

          "retrain": {
            "window": "12s", // about the last two weeks: what was true before a change is not learned again
            "holdout": 0.3,
            "minimumNewLabels": 500,
            "cooldown": "1s",
            "timeLimit": "2m",
          },

          // A holdout of some hundred flights: wider margins than a model with thousands would have.
          "gates": { "nonInferiorityMargin": 0.1, "worstSliceMargin": 0.2, "calibrationMargin": 0.1, "maximumFlips": 0.7, "latencyRatio": 5, "latencySlack": 500 },

          "rollout": {
            "strategy": "canary",
            "steps": [
              { "weight": 5, "minimumRequests": 20 },
              { "weight": 25 },
              { "weight": 50 },
              { "weight": 100 },
            ],
            "step": {
              "minimumRequests": 60,
              "minimumTime": "2s",
              "maximumTime": "1m",
              "interval": "1s",
              "latencyRatio": 5,
              "latencySlack": 500, // processes of this machine, that share two cores with the demo
              "predictionDistance": 0.8, // the world changes so much here that a good challenger answers otherwise
            },
          },
          "bake": { "time": "3s", "interval": "1s" },

          "governor": { "costPerHour": 1.2 },

          // The first champion stays, for the circuit breaker and for people.
          "fallback": { "deployment": "flights-1" },
        }
        """;
}
