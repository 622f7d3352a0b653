namespace ConcertationBot.Documents;

/// <summary>
/// Where files may be fetched from. The address comes with the message: without a list, the bot could be sent anywhere in
/// the network it stands in.
/// </summary>
/// <param name="loopbackAllowed">Development: the simulated Teams keeps files on this machine.</param>
public sealed class FileHosts(bool loopbackAllowed)
{
    /// <summary>
    /// OneDrive and SharePoint of Microsoft 365: public cloud, GCC High, DoD, China. Source: "Microsoft 365 URLs and IP address
    /// ranges" (learn.microsoft.com), area SharePoint.
    /// </summary>
    private static readonly string[] Domains = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".dps.mil", ".sharepoint.cn"];

    /// <summary>Whether it is https on one of these hosts and its usual port, without user; or, where allowed, this machine.</summary>
    public bool Allows(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true } || address.UserInfo.Length > 0)
        {
            return false;
        }

        if (loopbackAllowed && address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return true;
        }

        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.HostNameType == UriHostNameType.Dns
            && Array.Exists(Domains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
    }
}
