using Azure.Core;
using Azure.Core.Pipeline;

namespace Homeostat.AzureML;

/// <summary>Makes a write conditional where the call says so: generic resources have no argument for it.</summary>
internal sealed class ArmCondition : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Put && ArmCall.Of(message)?.IfMatch is { } eTag) message.Request.Headers.SetValue("If-Match", eTag);
    }
}
