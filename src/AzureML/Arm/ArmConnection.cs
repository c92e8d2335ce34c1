using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace Homeostat.AzureML;

/// <summary>Azure's client for what runs long, and a pipeline with the same policies for what does not.</summary>
internal sealed record ArmConnection(ArmClient Client, HttpPipeline Pipeline);
