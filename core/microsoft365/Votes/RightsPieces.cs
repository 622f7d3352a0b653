using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>On a vote's card: by which right the reader answers, for whom else, and what they may do about it.</summary>
public static class RightsPieces
{
    private const int MostHeld = 5;

    /// <summary>Whether the seat's answer is the reader's to give.</summary>
    public static bool MayAnswer(SeatBallot seen) => seen.Elector.Recused is null && (seen.Elector.Holder is null || seen.Through is not null);

    /// <summary>Whether the déport is the reader's to take back.</summary>
    public static bool MayReturn(SeatBallot seen, bool open) => open && seen is { Through: null, Elector.Recused.Own: true };

    /// <summary>Above the answers.</summary>
    /// <param name="open">No right changes once it is over.</param>
    public static IEnumerable<CardElement?> Of(SeatBallot seen, bool open)
    {
        var (seat, zone) = (seen.Elector, seen.Ballot.Labels.Zone);
        yield return seat switch
        {
            { Recused: { } recusal } => Notice(
                NoticeKind.Warning, RightsTexts.OutOfIt, RightsTexts.Recused(recusal, open, zone)),
            { Proxy: { To: not null } } when seen.Through is not null => Notice(NoticeKind.Neutral, "Vous votez par pouvoir", RightsTexts.ByProxy(seen)),
            { Proxy: { To: not null } proxy } => Notice(
                NoticeKind.Neutral, "Ce siège a donné pouvoir",
                $"{RightsTexts.GivenTo(proxy)}. {RightsTexts.GivenBy(proxy, zone)} {RightsTexts.Revocable(seen.Own is not null)}"),
            _ => null,
        };
        yield return seat.Recused is null && RightsTexts.TakenBack(seat, zone) is { } back ? Faint(back) : null;
        yield return seat.Voice == Voice.Consultative ? Faint(RightsTexts.Consultative) : null;
    }

    /// <summary>Under them: who votes, for whom else, déport and proxy.</summary>
    /// <param name="open">No right changes once it is over.</param>
    public static IEnumerable<CardElement?> Below(SeatBallot seen, bool open)
    {
        var (ballot, seat) = (seen.Ballot, seen.Elector);
        if (open && seat.Holds is { } held && seen.Through is null)
        {
            yield return PeopleText($"Vous pouvez aussi voter, par pouvoir, pour {French.Join([.. held.Take(MostHeld).Select(h => h.Structure)])}.");
            yield return Buttons(held.Take(MostHeld).Select(h => (CardAction?)new CardButton(
                CardTrim.Shorten($"Voter pour {h.Structure}", 30), VoteVerbs.Refresh, VoteVerbs.Of(ballot, h.From)) { WithInputs = false }));
        }

        var data = VoteVerbs.Of(ballot, seat.Seat);
        var own = open && seen.Through is null && seat.Recused is null;
        yield return Buttons(
            new CardButton(RightsTexts.WhoVotes, VoteVerbs.Electors, Copy(data)) { WithInputs = false },
            own && seat.Holder is not null && seen.Own is null
                ? new CardButton("Reprendre le pouvoir", VoteVerbs.ProxyBack, Copy(data)) { WithInputs = false } : null,
            own && seat is { Holder: null, Holds: null, Voice: Voice.Deliberative } && seen.Own is null
                ? new CardButton("Donner pouvoir…", VoteVerbs.ProxyForm, Copy(data)) { WithInputs = false } : null,
            MayReturn(seen, open) ? new CardButton("Reprendre mon déport", VoteVerbs.RecuseBack, Copy(data)) { WithInputs = false } : null,
            own && !(ballot.IsSecret && seen.Own is not null) ? new CardButton("Je me déporte…", VoteVerbs.AskRecuse, Copy(data)) { WithInputs = false } : null);
    }

    private static System.Text.Json.Nodes.JsonObject Copy(System.Text.Json.Nodes.JsonObject data) => (System.Text.Json.Nodes.JsonObject)data.DeepClone();
}
