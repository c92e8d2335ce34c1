using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The HTTP API: runs routes of the table, whoever hosts it.</summary>
public sealed class Api
{
    private static readonly Dictionary<string, string> _noValues = [];

    /// <param name="ports">What it reads and tells.</param>
    /// <param name="options">How it behaves.</param>
    public Api(ApiPorts ports, ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(options);
        (Ports, Options) = (ports, options);
        Models = new ModelDirectory(ports.Loop.Store, ports.Client);
        Tally = new JournalTally(ports.Loop.Store, ports.Loop.Journal);
        Direct = new DirectRollback(ports.Loop, ports.Time) { Options = options.Direct };
    }

    internal ApiPorts Ports { get; }

    internal ApiOptions Options { get; }

    internal ModelDirectory Models { get; }

    internal JournalTally Tally { get; }

    internal DirectRollback Direct { get; }

    /// <summary>Runs a route: the key first, then what it does. What goes wrong is an answer too.</summary>
    /// <param name="route">A row of <see cref="ApiRoutes.All"/>.</param>
    /// <param name="request">As it came.</param>
    /// <param name="values">Route values by the names in the pattern; null when there are none.</param>
    public async Task<IResult> RunAsync(ApiRoute route, HttpRequest request, IReadOnlyDictionary<string, string>? values = null)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(request);
        if (!Lets(route, request)) return Answers.Problem(ProblemKind.BadKey, BadKey(request), request.Path);
        try
        {
            return await route.Handler(new ApiCall(this, request, values ?? _noValues));
        }
        catch (ProblemException problem)
        {
            return Answers.Problem(problem.Kind, problem.Message, request.Path);
        }
        catch (OperationCanceledException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw; // nobody listens any more
        }
        catch (Exception e)
        {
            bool surroundings = IsTold(e) || e is TransientException or IOException or InvalidDataException;
            return Answers.Problem(surroundings ? ProblemKind.Unavailable : ProblemKind.Bug, Detail(e), request.Path);
        }
    }

    private bool Lets(ApiRoute route, HttpRequest request) =>
        route.IsOpen || (!route.NeedsKey && Options.OpenReads) || Options.Key.Accepts(request);

    private static string BadKey(HttpRequest request) =>
        $"The request brings {(request.Headers.ContainsKey(ApiKeyCheck.Header) || request.Query.ContainsKey(ApiKeyCheck.Query) ? "another key than the host's" : "no key")}. "
        + $"Without the key nobody can act on models, so nothing was done. Send the key in the header '{ApiKeyCheck.Header}'; on one machine it is in the state folder, in 'api.key'.";

    /// <summary>Adapters tell what broke with a code and in three beats; their types are unknown here.</summary>
    private static bool IsTold(Exception e) => e.Message.Length > 7 && e.Message.StartsWith("HS", StringComparison.Ordinal) && e.Message[2..6].All(char.IsAsciiDigit) && e.Message[6] == ':';

    // Messages of exceptions of ours say what to do; of others all that is known is what they say.
    private static string Detail(Exception e) => e switch
    {
        _ when IsTold(e) || e is TransientException or InvalidDataException => e.Message,
        IOException => $"{Show.Ended(e.Message)} The store could not be used, so the request was not carried out. Ask again; see the host's log if it stays.",
        _ => $"{e.GetType().Name}: {Show.Ended(e.Message)} This is not meant to happen, and how far the request came is not known. Look at the model and its journal, and report it.",
    };
}
