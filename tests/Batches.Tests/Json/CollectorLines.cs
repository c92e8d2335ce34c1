namespace Homeostat.Batches.Tests.Json;

/// <summary>Lines as Azure Machine Learning's collectors write them (keys, order and values as in published samples, ids shortened).</summary>
internal static class CollectorLines
{
    internal const string Inputs = """{"specversion":"1.0","id":"0b1f2c3d-0001","source":"/subscriptions/S/resourceGroups/R/providers/Microsoft.MachineLearningServices/workspaces/W/onlineEndpoints/credit/deployments/blue","type":"azureml.inference.model_inputs","datacontenttype":"application/json","time":"2026-01-31T15:15:00Z","data":[{"LIMIT_BAL":20000,"SEX":2,"AGE":24},{"LIMIT_BAL":5000.5,"AGE":null}],"contentrange":"bytes 0-37/38","correlationid":"c1d2","xrequestid":"c1d2","modelversion":"default","collectdatatype":"pandas.core.frame.DataFrame","agent":"azureml-ai-monitoring/0.1.0b4"}""";

    // Real files shuffle their keys: here the rows come before everything they belong to.
    internal const string Shuffled = """{"correlationid":"e5f6","data":[{"AGE":31,"LIMIT_BAL":1}],"agent":"azureml-ai-monitoring/0.1.0b3","type":"azureml.inference.model_inputs","contentrange":"bytes 0-27/28","time":"2026-01-31T15:16:00Z","collectdatatype":"pandas.core.frame.DataFrame","xrequestid":"e5f6","modelversion":"default","datacontenttype":"application/json","specversion":"1.0","source":"/subscriptions/S","id":"0b1f2c3d-0002"}""";

    internal const string Outputs = """{"specversion":"1.0","id":"e898e0a7-0003","source":"/subscriptions/S/onlineEndpoints/ignite-demo-mds/deployments/ignite-demo-mds-2-jsondumps","type":"azureml.inference.model_outputs","datacontenttype":"application/json","time":"2023-11-10T22:20:08Z","data":[{"reply":"Ja, \u00fcber \"x\"\n","search_intents":"[\"a\"]"}],"modelversion":"default","collectdatatype":"pandas.core.frame.DataFrame","agent":"azureml-ai-monitoring/0.1.0b3","contentrange":"bytes 0-206/207","correlationid":"7960da37","xrequestid":"7960da37"}""";

    internal const string Request = """{"specversion":"1.0","id":"19790b87-0004","source":"/subscriptions/S","type":"azureml.inference.request","datacontenttype":"application/json","time":"2022-05-25T08:59:48Z","data":{"data":[[1,2],[10,9]]},"path":"/score","method":"POST","contentrange":"bytes 0-59/*","correlationid":"aaaa0000","xrequestid":"aaaa0000"}""";

    internal const string Response = """{"specversion":"1.0","id":"bbd80e51-0005","source":"/subscriptions/S","type":"azureml.inference.response","datacontenttype":"application/json","time":"2022-05-25T08:59:48Z","data":[11055.977245525679,4503.079536107787],"contentrange":"bytes 0-38/39","correlationid":"aaaa0000","xrequestid":"aaaa0000"}""";

    internal const string Binary = """{"specversion":"1.0","id":"3b5c8d11-0006","source":"/subscriptions/S","type":"azureml.inference.request","datacontenttype":"text/plain","time":"2022-02-28T08:41:07Z","data":"https://masterws0373607518.blob.core.windows.net/modeldata/mdc/20220228-08_41/3b5c8d11","datainblob":"true","path":"/score?size=1","method":"POST","contentrange":"bytes 0-80770/80771","correlationid":"bbbb0000","xrequestid":"bbbb0000"}""";

    internal static string[] All => [Inputs, Shuffled, Outputs, Request, Response, Binary, Reference("missing.json")];

    /// <summary>A line of its own keys around the given data.</summary>
    internal static string Around(string data, string id = "r") =>
        $$"""{"specversion":"1.0","type":"azureml.inference.model_inputs","time":"2026-01-31T15:15:00Z",{{data}},"correlationid":"{{id}}"}""";

    internal static string Reference(string file) => Around($"\"dataref\":\"{file}\"", "ref");
}
