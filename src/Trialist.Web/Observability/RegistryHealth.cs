using Microsoft.Extensions.Diagnostics.HealthChecks;
using Trialist.Registry;

namespace Trialist.Web.Observability;

/// <summary>Ready means: the store answers.</summary>
internal sealed class RegistryHealth(StudyRegistry registry) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await registry.Store.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy($"{count} {(count == 1 ? "study" : "studies")}");
        }
        catch (TrialistException e)
        {
            return HealthCheckResult.Unhealthy(e.Message, e);
        }
    }
}
