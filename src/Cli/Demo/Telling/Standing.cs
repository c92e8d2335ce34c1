using System.Text.Json.Nodes;

namespace Homeostat.Cli;

/// <summary>How things stand right now, in a line: phase, traffic, what callers see.</summary>
internal sealed class Standing
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    private readonly Stage _stage;
    private TimeSpan _looked = -s_look;
    private Task<JsonObject>? _looking;
    private string _model = "";

    internal Standing(Stage stage) => _stage = stage;

    /// <summary>The line, at most half a second old.</summary>
    internal string Text
    {
        get
        {
            if (_looking is { IsCompletedSuccessfully: true } done) _model = Of(done.Result);
            if (_looking is null or { IsCompleted: true } && _stage.Since() - _looked >= s_look) (_looked, _looking) = (_stage.Since(), _stage.ModelAsync(CancellationToken.None));
            return $"{_model}{Numbers.Count(_stage.Traffic.Requests)} requests, {Numbers.Count(_stage.Traffic.Failed)} failed";
        }
    }

    private static string Of(JsonObject model)
    {
        var shares = (model["traffic"] as JsonObject)?.Select(share => $"{share.Key} {share.Value} %") ?? [];
        return $"{model["phase"]} · {string.Join(", ", shares)} · ";
    }
}
