using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Models, one and all.</summary>
internal static class ModelHandlers
{
    private const int AtOnce = 16;

    internal static async Task<IResult> List(ApiCall call)
    {
        var names = await call.Api.Models.NamesAsync(call.Cancellation);
        var views = new ModelView?[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = call.Cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, names.Count), options, async (i, cancellation) =>
            views[i] = await call.Api.Models.FindAsync(names[i], cancellation) is { } standing ? await ViewAsync(call.Api, standing, cancellation) : null);
        return Answers.Ok(new ModelList(call.Ports.Time.GetUtcNow(), [.. views.OfType<ModelView>()]), ApiJson.Default.ModelList);
    }

    internal static async Task<IResult> Show(ApiCall call) =>
        Answers.Ok(await new ModelDetails(call.Api).AddAsync(await call.StandingAsync(), call.Cancellation), ApiJson.Default.ModelView);

    // One damaged journal hides no other model.
    private static async Task<ModelView> ViewAsync(Api api, ModelStanding standing, CancellationToken cancellation)
    {
        try
        {
            return await new ModelDetails(api).AddAsync(standing, cancellation);
        }
        catch (InvalidDataException e)
        {
            return ModelViews.Of(standing) with { Note = e.Message };
        }
    }
}
