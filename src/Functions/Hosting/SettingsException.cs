namespace Homeostat.Functions;

/// <summary>The app cannot start with its settings.</summary>
/// <param name="problems">All that is wrong, a sentence each.</param>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(
    $"The app's settings cannot be used: {string.Join(' ', problems)} Without them it does not know which workspace and storage are its own. Mend what is listed, in the app's settings on Azure or in local.settings.json.");
