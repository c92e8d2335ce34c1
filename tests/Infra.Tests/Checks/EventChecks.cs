using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Event subscriptions hear of what they should, and lose nothing.</summary>
internal static class EventChecks
{
    private const string Subscription = "Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15";

    internal static IEnumerable<string> Check(BicepFile file) => file.Resources.Where(resource => resource.Type == Subscription).SelectMany(resource => Check(file.Path, resource));

    private static IEnumerable<string> Check(string path, ResourceDeclaration subscription)
    {
        var properties = (ObjectSyntax)subscription.Body["properties"]!;
        var filter = (ObjectSyntax)properties["filter"]!;
        string at = $"{path}:{subscription.Line} '{subscription.Name}'";
        if (filter["subjectBeginsWith"] is TextSyntax prefix && !prefix.Shown.EndsWith('/')) yield return $"{at}: the prefix must end in '/', or other containers are heard of";
        if (filter["includedEventTypes"] is not ArraySyntax { Items.Count: > 0 }) yield return $"{at}: it names no event types";
        if (properties["retryPolicy"] is null) yield return $"{at}: it has no retry policy";
        if (properties["deadLetterDestination"] is not null) yield return $"{at}: dead letters need an identity, as storage takes no key";
        bool blobs = Walk.All(filter["includedEventTypes"]).OfType<TextSyntax>().Any(type => type.Plain == "Microsoft.Storage.BlobCreated");
        if (blobs && properties["deadLetterWithResourceIdentity"] is null) yield return $"{at}: what cannot be delivered would be lost";
        if (blobs && filter["subjectBeginsWith"] is null) yield return $"{at}: it hears of every container";
    }

    /// <summary>Container and function of each listener.</summary>
    internal static IEnumerable<(string Container, string Function)> Listeners(BicepFile file) =>
        from variable in file.Declarations.OfType<VariableDeclaration>()
        where variable.Name == "listeners"
        from item in ((ArraySyntax)variable.Value).Items.Cast<ObjectSyntax>()
        select (((TextSyntax)item["container"]!).Plain!, ((TextSyntax)item["function"]!).Plain!);

    /// <summary>Containers of a storage file's list.</summary>
    internal static IEnumerable<string> Containers(BicepFile file) =>
        from variable in file.Declarations.OfType<VariableDeclaration>()
        where variable.Name == "containers"
        from item in ((ArraySyntax)variable.Value).Items.OfType<TextSyntax>()
        select item.Plain!;
}
