namespace Homeostat.ModelRuntime.MLNet.Tests.Commands;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("train --data rows.csv --output model", "--trainer")]
    [InlineData("train --trainer forest --data rows.csv --output model", "forest")]
    [InlineData("train --trainer sdca --data rows.csv --output model --trees none", "expected a whole number from 1 to 10000")]
    [InlineData("train --trainer fasttree --data rows.csv --output model --rate 2", "expected a number above 0 and at most 1")]
    [InlineData("train --trainer fasttree --data /nowhere/rows.csv --output {0}/model", "error HS")]
    [InlineData("serve --model /nowhere --port 0", "error HS")]
    [InlineData("serve --model /nowhere --port many", "many")]
    public async Task WhatCannotBeUsed_IsTold(string line, string told)
    {
        using var folder = new TempFolder();
        var (code, _, error) = await RunAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, folder.Root).Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_TellsHowItDid_AndRefusesATakenFolder()
    {
        using var folder = new TempFolder();
        string rows = folder.File("rows.csv", Rows.Make(500, Rows.Agrees)), config = folder.File("config.json", Rows.Classes);
        string[] line = ["train", "--trainer", "fasttree", "--data", rows, "--config", config, "--output", folder["model"], "--trees", "10"];
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("A model for binary, from 500 rows and 3 features", output, StringComparison.Ordinal);
        Assert.StartsWith("error HS3203", (await RunAsync(line)).Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] line)
    {
        using StringWriter output = new(), error = new();
        int code = await MLNet.Commands.RunAsync(line, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
