namespace Concertation.Microsoft365.Connector;

/// <summary>
/// The hosts the bot's token may be sent to. A forged service address would hand the token to a stranger, so it is
/// checked at each use, stored ones included.
/// </summary>
public sealed class ServiceHosts(IEnumerable<string> hosts, bool loopbackAllowed)
{
    /// <summary>
    /// Teams' hosts: public cloud, GCC, GCC High and DoD. Source: TeamsServiceEndpoints of Agents-for-js and
    /// TeamsProactiveServiceEndpoints of the Microsoft 365 Agents SDK for .NET (learn.microsoft.com).
    /// </summary>
    public static IReadOnlyList<string> Teams { get; } =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    private readonly HashSet<string> _hosts = new(hosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the address is https, on a listed host and its usual port, without user, query or fragment; or, where
    /// allowed, any http(s) port of this machine.
    /// </summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        if (loopbackAllowed && address.IsLoopback
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return true;
        }

        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && _hosts.Contains(address.IdnHost);
    }
}
