using Homeostat.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddTelemetry();
builder.Services
    .AddSettings(builder.Configuration)
    .AddStorage()
    .AddLoop();
builder.Build().Run();
