using Concertation.Work.Links;
using ConcertationBot.Channel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ConcertationBot.Links;

/// <summary>Links in mail must lead back here: to the configured address, or in Development to where we listen.</summary>
public static class LinkAddress
{
    public static void UseLinkBase(this WebApplication app)
    {
        var links = app.Services.GetRequiredService<LinkBase>();
        if (!links.IsConfigured && !app.Environment.IsDevelopment())
        {
            throw new StartRefusedException([
                "Le réglage Links:BaseUrl est vide. Donnez l’adresse publique du bot, par exemple https://concertation.mon-territoire.example : les liens personnels des courriels y mènent."]);
        }

        if (links.IsConfigured && !IsReachable(links.Address))
        {
            throw new StartRefusedException([
                $"Le réglage Links:BaseUrl vaut « {links.Address} » : donnez une adresse https (http sur cette machine seulement), les liens personnels des courriels y mènent."]);
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
            if (addresses?.FirstOrDefault() is { } address)
            {
                links.ListensOn(address);
            }
        });
    }

    // Whoever reads a personal link on its way could act as its person.
    private static bool IsReachable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
