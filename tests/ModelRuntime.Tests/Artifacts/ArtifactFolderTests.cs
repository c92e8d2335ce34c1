using Homeostat.Batches;

namespace Homeostat.ModelRuntime.Tests.Artifacts;

public sealed class ArtifactFolderTests
{
    [Fact]
    public async Task Train_Twice_GivesTheSameBytes()
    {
        using TempFolder one = new(), two = new();
        string csv = TestModels.Flights(1500, 3);
        await TestModels.TrainAsync(one, csv, change: request => request with { Trials = 3, Seed = 9 });
        await TestModels.TrainAsync(two, csv, change: request => request with { Trials = 3, Seed = 9 });
        foreach (string file in (string[])["artifact.json", "model.json", "metrics.json", "reference.hfp"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(one["model"], file)), File.ReadAllBytes(Path.Combine(two["model"], file)));
    }

    [Fact]
    public async Task Read_WhatWasWritten_IsTheSameModel()
    {
        using var folder = new TempFolder();
        await TestModels.TrainAsync(folder, TestModels.Flights(1500, 3));
        var read = ArtifactFolder.Read(folder["model"]);
        ArtifactFolder.CheckFree(folder["copy"]);
        ArtifactFolder.Write(read, folder["copy"]);
        Assert.Equal(File.ReadAllBytes(folder["model/model.json"]), File.ReadAllBytes(folder["copy/model.json"]));
        Assert.Equal(File.ReadAllBytes(folder["model/artifact.json"]), File.ReadAllBytes(folder["copy/artifact.json"]));
        Assert.Equal(1500, read.Reference.Rows);
    }

    [Fact]
    public async Task Read_NewerVersion_IsRefused()
    {
        using var folder = new TempFolder();
        await TestModels.TrainAsync(folder, TestModels.Flights(500, 3));
        Change(folder["model/artifact.json"], "\"version\": 1", "\"version\": 2");
        Assert.Equal("HS3205", Assert.Throws<BadInputException>(() => ArtifactFolder.Read(folder["model"])).Code);
    }

    [Theory]
    [InlineData("model.json")]
    [InlineData("reference.hfp")]
    [InlineData("metrics.json")]
    public async Task Read_ChangedFile_IsRefusedByName(string file)
    {
        using var folder = new TempFolder();
        await TestModels.TrainAsync(folder, TestModels.Flights(500, 3));
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder["model"], file));
        bytes[^3] ^= 1;
        File.WriteAllBytes(Path.Combine(folder["model"], file), bytes);
        var error = Assert.Throws<BadInputException>(() => ArtifactFolder.Read(folder["model"]));
        Assert.Equal("HS3204", error.Code);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "format": "another", "version": 1 }""")]
    [InlineData("""{ "format": "homeostat-model", "version": 1, "files": { "../x": "" } }""")]
    [InlineData("""{ "format": "homeostat-model", "version": 1, "codeVersion": "", "dataHash": "", "task": "binary", "rows": 1, "seed": 0, "bins": 1, "l2": 1, "straightening": 1, "passes": 1, "files": {} }""")]
    public void Read_NoArtifact_IsRefused(string json)
    {
        using var folder = new TempFolder();
        folder.File("model/artifact.json", json);
        Assert.Equal("HS3204", Assert.Throws<BadInputException>(() => ArtifactFolder.Read(folder["model"])).Code);
    }

    [Fact]
    public void Read_NoFolder_IsRefused()
    {
        using var folder = new TempFolder();
        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<BadInputException>(() => ArtifactFolder.Read(folder["model"])).Code);
    }

    /// <summary>A trainer that died left files without the last one: no model, and no obstacle.</summary>
    [Fact]
    public async Task Train_IntoAFolderThatACrashLeft_Succeeds()
    {
        using var folder = new TempFolder();
        folder.File("model/model.json", "half of a mod");
        await TestModels.TrainAsync(folder, TestModels.Flights(500, 3));
        Assert.Equal(500, ArtifactFolder.Read(folder["model"]).Info.Rows);
    }

    [Fact]
    public async Task Train_IntoAFolderWithAModel_IsRefusedBeforeTheWork()
    {
        using var folder = new TempFolder();
        await TestModels.TrainAsync(folder, TestModels.Flights(500, 3));
        byte[] before = File.ReadAllBytes(folder["model/model.json"]);
        var error = await Assert.ThrowsAsync<BadInputException>(() => TestModels.TrainAsync(folder, TestModels.Flights(600, 4)));
        Assert.Equal("HS3203", error.Code);
        Assert.Equal(before, File.ReadAllBytes(folder["model/model.json"]));
    }

    private static void Change(string path, string from, string to)
    {
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
