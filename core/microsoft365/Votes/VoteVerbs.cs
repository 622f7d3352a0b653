using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Votes;

/// <summary>The verbs behind the buttons of proposals and ballots, and what they carry: ids, never anything to trust.</summary>
public static class VoteVerbs
{
    public const string Form = "votes.form";
    public const string Open = "votes.open";
    public const string Cast = "votes.cast";
    public const string Refresh = "votes.refresh";
    public const string Manage = "votes.manage";
    public const string AskClose = "votes.askclose";
    public const string Close = "votes.close";
    public const string AskWithdraw = "votes.askwithdraw";
    public const string Withdraw = "votes.withdraw";
    public const string Accept = "votes.accept";
    public const string Decline = "votes.decline";
    public const string Tie = "votes.tie";
    public const string Amend = "votes.amend";
    public const string Round = "votes.round";
    public const string List = "votes.list";
    public const string Answers = "votes.answers";
    public const string ExtendForm = "votes.extendform";
    public const string Extend = "votes.extend";
    public const string RemindForm = "votes.remindform";
    public const string Remind = "votes.remind";
    public const string Links = "votes.links";
    public const string RenewLink = "votes.renewlink";
    public const string InGroup = "votes.ingroup";
    public const string Mine = "votes.mine";

    public const string Electors = "votes.electors";
    public const string AskRecuse = "votes.askrecuse";
    public const string Recuse = "votes.recuse";
    public const string RecuseBack = "votes.recuseback";
    public const string ProxyForm = "votes.proxyform";
    public const string ProxyGive = "votes.proxygive";
    public const string ProxyBack = "votes.proxyback";

    /// <summary>Owned by the sessions: the convening form, filled in as a second convocation.</summary>
    public const string SecondCall = "sessions.secondcall";

    public static JsonObject Of(Ballot ballot) => new()
    {
        ["territory"] = ballot.Territory.Value,
        ["ballot"] = ballot.Id.Value,
    };

    public static JsonObject Of(Ballot ballot, SeatId seat)
    {
        var data = Of(ballot);
        data["seat"] = seat.Value;
        return data;
    }

    internal static JsonObject With(this JsonObject data, string name, string value)
    {
        data[name] = value;
        return data;
    }

    /// <summary>The card refreshing itself for one reader; null when the channel's id of the reader isn't known.</summary>
    internal static AdaptiveCard RefreshedFor(this AdaptiveCard card, string? memberId, string verb, JsonObject data) =>
        memberId is null
            ? card
            : card.WithRefresh(verb, JsonSerializer.SerializeToElement(data, CardJson.Default.JsonObject), [memberId]);
}
