using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>Seeded batches of flights: distance in km, wind, a carrier, whether it was late, and what a model answered.</summary>
internal sealed record FlightRows(int Rows, int Seed)
{
    internal const string Policy = """
        { "model": "flights", "endpoint": "flights-endpoint", "roles": { "id": "id", "late": "label", "answer": "prediction" } }
        """;

    /// <summary>Added to the wind.</summary>
    internal double Wind { get; init; }

    /// <summary>What distances are multiplied by.</summary>
    internal double Unit { get; init; } = 1;

    /// <summary>Share of answers that are wrong.</summary>
    internal double Wrong { get; init; } = 0.1;

    internal bool HasLabels { get; init; }

    internal bool HasAnswers { get; init; } = true;

    internal string Csv() => Lines().Csv;

    /// <summary>The labels alone, as they come later.</summary>
    internal string Labels() => Lines().Labels;

    /// <summary>The fingerprint that a trainer leaves of such rows: it knows no ids and no answers.</summary>
    internal byte[] Fingerprint()
    {
        using var input = BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes((this with { HasLabels = true, HasAnswers = false }).Csv())), "training.csv");
        using var file = new MemoryStream();
        FingerprintFile.Write(Profiler.Profile(input, new SchemaOverrides { Columns = [new("id", null, ColumnRole.Id), new("late", null, ColumnRole.Label)] }, new CountOptions()), file);
        return file.ToArray();
    }

    internal static EndpointState Endpoint(params ReadOnlySpan<(string Deployment, string Version, int Share)> deployments)
    {
        var traffic = ImmutableSortedDictionary.CreateBuilder<string, int>();
        var states = ImmutableSortedDictionary.CreateBuilder<string, DeploymentState>();
        foreach (var (name, version, share) in deployments)
        {
            if (share > 0) traffic.Add(name, share);
            states.Add(name, new DeploymentState(name, version, DeploymentStatus.Ready));
        }
        return new EndpointState("flights-endpoint", traffic.ToImmutable(), ImmutableSortedDictionary<string, int>.Empty, states.ToImmutable());
    }

    private (string Csv, string Labels) Lines()
    {
        var random = new Random(Seed);
        var csv = new StringBuilder("id,distance,wind,carrier" + (HasLabels ? ",late" : "") + (HasAnswers ? ",answer" : "") + "\n");
        var labels = new StringBuilder("id,late\n");
        for (int i = 0; i < Rows; i++)
        {
            double distance = 200 + (2800 * random.NextDouble()), wind = (random.NextDouble() * 20) + (random.NextDouble() * 20);
            string carrier = "ABCD"[random.Next(4)].ToString(), id = string.Create(CultureInfo.InvariantCulture, $"f{Seed}-{i}");
            bool late = wind + (6 * random.NextDouble()) > 23, answer = random.NextDouble() < Wrong ? !late : late;
            csv.Append(CultureInfo.InvariantCulture, $"{id},{distance * Unit:0.0},{wind + Wind:0.00},{carrier}");
            if (HasLabels) csv.Append(late ? ",1" : ",0");
            if (HasAnswers) csv.Append(answer ? ",1" : ",0");
            csv.Append('\n');
            labels.Append(CultureInfo.InvariantCulture, $"{id},{(late ? 1 : 0)}\n");
        }
        return (csv.ToString(), labels.ToString());
    }
}
