using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A whole policy file.</summary>
internal static class PolicyForm
{
    /// <summary>A policy of which a file has said nothing yet.</summary>
    internal static ModelPolicy Empty { get; } = new() { Model = "", Endpoint = "" };

    internal static ObjectForm<ModelPolicy> Root { get; } = new(
    [
        Of.Member(nameof(ModelPolicy.Model), Of.ModelName, (ModelPolicy p) => p.Model, (p, v) => p with { Model = v }),
        Of.Member(nameof(ModelPolicy.Endpoint), Of.AzureName, (ModelPolicy p) => p.Endpoint, (p, v) => p with { Endpoint = v }),
        Of.Member(nameof(ModelPolicy.Description), Of.Optional(Of.Text, "none"), (ModelPolicy p) => p.Description, (p, v) => p with { Description = v }),
        Of.Member(nameof(ModelPolicy.Schema), SchemaForms.Schema, (ModelPolicy p) => p.Schema, (p, v) => p with { Schema = v }),
        new RolesMember(),
        Of.Member(nameof(ModelPolicy.Triggers), TriggerForms.Triggers, (ModelPolicy p) => p.Triggers, (p, v) => p with { Triggers = v }),
        Of.Member(nameof(ModelPolicy.Judge), JudgeForms.Judge, (ModelPolicy p) => p.Judge, (p, v) => p with { Judge = v }),
        Of.Member(nameof(ModelPolicy.Quality), QualityForms.Quality, (ModelPolicy p) => p.Quality, (p, v) => p with { Quality = v }),
        Of.Member(nameof(ModelPolicy.Labels), ArrivalForms.Labels, (ModelPolicy p) => p.Labels, (p, v) => p with { Labels = v }),
        Of.Member(nameof(ModelPolicy.Collector), ArrivalForms.Collector, (ModelPolicy p) => p.Collector, (p, v) => p with { Collector = v }),
        Of.Member(nameof(ModelPolicy.Triage), TriageForms.Triage, (ModelPolicy p) => p.Triage, (p, v) => p with { Triage = v }),
        Of.Member(nameof(ModelPolicy.Health), ArrivalForms.Health, (ModelPolicy p) => p.Health, (p, v) => p with { Health = v }),
        Of.Member(nameof(ModelPolicy.Retrain), RetrainForms.Retrain, (ModelPolicy p) => p.Retrain, (p, v) => p with { Retrain = v }),
        Of.Member(nameof(ModelPolicy.Gates), GateForms.Gates, (ModelPolicy p) => p.Gates, (p, v) => p with { Gates = v }),
        Of.Member(nameof(ModelPolicy.Rollout), RolloutForms.Rollout, (ModelPolicy p) => p.Rollout, (p, v) => p with { Rollout = v }),
        Of.Member(nameof(ModelPolicy.Bake), RolloutForms.Bake, (ModelPolicy p) => p.Bake, (p, v) => p with { Bake = v }),
        Of.Member(nameof(ModelPolicy.Governor), RetrainForms.Governor, (ModelPolicy p) => p.Governor, (p, v) => p with { Governor = v }),
        Of.Member(nameof(ModelPolicy.Fallback), RolloutForms.Fallback, (ModelPolicy p) => p.Fallback, (p, v) => p with { Fallback = v }),
    ], "$schema");
}
