using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

/// <summary>What follows when a seat gets another's proxy for a session, or has it no more: those it concerns are told.</summary>
public static class ProxyEffects
{
    private const char Between = '~';

    public static Effect Given(Proxy proxy) => Of(EffectKind.SessionProxyGiven, proxy, "given", proxy.At, null);

    /// <param name="by">Who ended it; who gave it is told where that is somebody else.</param>
    public static Effect Ended(Proxy proxy, PersonId by, DateTimeOffset at) =>
        Of(EffectKind.SessionProxyEnded, proxy, "ended", at, proxy.By == by ? null : proxy.By);

    /// <summary>The giving and the holding seat, and whom to tell besides the holder; null for what isn't of ours.</summary>
    public static (SeatId From, SeatId To, PersonId? Giver)? Read(string? detail) => detail?.Split(Between) switch
    {
        [var from, var to] => (SeatId.From(from), SeatId.From(to), null),
        [var from, var to, var giver] => (SeatId.From(from), SeatId.From(to), PersonId.From(giver)),
        _ => null,
    };

    private static Effect Of(EffectKind kind, Proxy proxy, string word, DateTimeOffset at, PersonId? giver) => new(
        string.Create(CultureInfo.InvariantCulture, $"proxy-{word}-{proxy.Session}-{proxy.From}-{proxy.To}-{at.UtcTicks}"),
        kind, proxy.Session.Value, giver is { } tell ? $"{proxy.From}{Between}{proxy.To}{Between}{tell}" : $"{proxy.From}{Between}{proxy.To}");
}
