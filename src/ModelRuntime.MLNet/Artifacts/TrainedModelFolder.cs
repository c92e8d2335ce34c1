using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;
using Microsoft.ML;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>A model of ML.NET's in a model folder: the same files, with <c>model.zip</c> and its plan in <c>model.json</c>'s place.</summary>
internal static class TrainedModelFolder
{
    internal const string FormatName = "homeostat-mlnet-model";

    private const string ZipFile = "model.zip", PlanFile = "plan.json";

    internal static void Write(string folder, ArtifactInfo info, TrainedModel model, Fingerprint reference, ImmutableSortedDictionary<string, double> metrics)
    {
        using var zip = new MemoryStream();
        model.Save(zip);
        ArtifactFolder.Write(folder, info with { Format = FormatName }, reference, metrics, new(StringComparer.Ordinal)
        {
            [ZipFile] = zip.ToArray(),
            [PlanFile] = JsonSerializer.SerializeToUtf8Bytes(model.Plan, DurableJson.Options),
        });
    }

    internal static ServedModel Read(string folder) => ArtifactFolder.Read(folder, FormatName, (info, files, reference) =>
    {
        var context = new MLContext();
        var plan = JsonSerializer.Deserialize<ModelPlan>(files[PlanFile], DurableJson.Options) ?? throw new FormatException($"{PlanFile} is empty");
        var transformer = context.Model.Load(new MemoryStream(files[ZipFile]), out _);
        return new ServedModel(info, new TrainedModel(context, transformer, plan), reference);
    }, served => served);
}
