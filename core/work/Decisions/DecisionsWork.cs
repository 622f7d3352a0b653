using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Decisions;

/// <summary>The register's signed heads.</summary>
public static class DecisionsWork
{
    /// <param name="folder">The storage folder.</param>
    public static IServiceCollection AddSignedHeads(this IServiceCollection services, IConfiguration configuration, string folder) => services
        .AddSingleton(RegisterPlaces.From(configuration, folder)).AddSingleton<RegisterKey>().AddSingleton<SignedHeads>();
}
