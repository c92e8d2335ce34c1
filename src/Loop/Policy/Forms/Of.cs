using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>The forms and members that sections are put together from.</summary>
internal static partial class Of
{
    internal const string Off = "off";

    internal static SwitchForm Switch { get; } = new();

    /// <summary>A proportion, 0 to 1.</summary>
    internal static NumberForm<double> Share { get; } = new(new(0, 1));

    /// <summary>A proportion that can be neither nothing nor all.</summary>
    internal static NumberForm<double> Chance { get; } = new(new(0, 1, IsOpenBelow: true, IsOpenAbove: true));

    /// <summary>The confidence of an interval: below a half it would exclude the likelier half.</summary>
    internal static NumberForm<double> Confidence { get; } = new(new(0.5, 1, IsOpenAbove: true));

    internal static NumberForm<double> NotNegative { get; } = new(new(0, null));

    internal static NumberForm<decimal> Money { get; } = new(new(0, null));

    internal static DurationForm Duration { get; } = new(canBeZero: true);

    internal static DurationForm Interval { get; } = new(canBeZero: false);

    internal static TextForm Text { get; } = new("a text that is not empty", NotEmpty);

    /// <summary>A folder of the store, or its top.</summary>
    internal static TextForm Folder { get; } = new("a folder, or an empty text");

    /// <summary>An online endpoint or a deployment, as Azure Machine Learning names them.</summary>
    internal static TextForm AzureName { get; } = new("a name of 3 to 32 letters, digits and '-', a letter first and no '-' last", AzureNames);

    internal static TextForm ModelName { get; } = new("a name of at most 64 letters, digits, '-' and '_', a letter or digit first", ModelNames);

    internal static NumberForm<long> Count(long least, long? most = null) => new(new(least, most));

    internal static NumberForm<int> Small(int least, int? most = null) => new(new(least, most));

    internal static OptionalForm<T> Optional<T>(Form<T> form, string meaning = Off)
        where T : struct => new(form, meaning);

    internal static OptionalTextForm Optional(TextForm form, string meaning) => new(form, meaning);

    /// <summary>A member named like the property that it stands for.</summary>
    internal static Member<T> Member<T, TValue>(string property, Form<TValue> form, Func<T, TValue> get, Func<T, TValue, T> with) =>
        new ValueMember<T, TValue>(JsonWords.Camel(property), Doc<T>(property), form, get, with);

    /// <summary>A member whose name is its own.</summary>
    internal static Member<T> Named<T, TValue>(string name, string source, Form<TValue> form, Func<T, TValue> get, Func<T, TValue, T> with) =>
        new ValueMember<T, TValue>(name, source, form, get, with);

    /// <summary>An object in the file that groups properties of the record around it.</summary>
    internal static Member<T> Group<T>(string name, string words, params Member<T>[] members) =>
        new ValueMember<T, T>(name, words, new ObjectForm<T>(members), whole => whole, (_, whole) => whole);

    /// <summary>The id of a property's doc comment.</summary>
    internal static string Doc<T>(string property) => $"P:{typeof(T).FullName}.{property}";

    [GeneratedRegex(@"\S")]
    private static partial Regex NotEmpty { get; }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex ModelNames { get; }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{1,30}[A-Za-z0-9]\z")]
    private static partial Regex AzureNames { get; }
}
