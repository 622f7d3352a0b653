using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Sessions;

/// <summary>The verbs of the sessions' buttons.</summary>
public static class SessionVerbs
{
    public const string Form = "sessions.form";
    public const string Check = "sessions.check";
    public const string Convene = "sessions.convene";
    public const string Show = "sessions.show";
    public const string List = "sessions.list";
    public const string Missing = "sessions.missing";
    public const string Reply = "sessions.reply";
    public const string MoveForm = "sessions.moveform";
    public const string Move = "sessions.move";
    public const string CancelForm = "sessions.cancelform";
    public const string Cancel = "sessions.cancel";
    public const string SecondCall = "sessions.secondcall";
    public const string RemindForm = "sessions.remindform";
    public const string Remind = "sessions.remind";
    public const string PlanForm = "sessions.planform";
    public const string Plan = "sessions.plan";
    public const string ConvenePlanned = "sessions.conveneplanned";
}

/// <summary>Under which names a button's data and a card's inputs travel.</summary>
public static class SessionKeys
{
    public const string Territory = "territory";
    public const string Session = "session";
    public const string Seat = "seat";
    public const string Seen = "seen";
    public const string Reply = "reply";
    public const string Who = "who";
    public const string Behalf = "behalf";
    public const string Reason = "reason";
    public const string College = "college";
    /// <summary>Whether those written to often this week are written to next week.</summary>
    public const string SparesOften = "later";
    public const string Spared = "spared";

    /// <summary>What a button about a session carries.</summary>
    public static JsonObject Of(Session session) => new()
    {
        [Territory] = session.Territory.Value,
        [Session] = session.Id.Value,
    };

    /// <summary>What a reply button carries: the seat, and which date the person was shown.</summary>
    public static JsonObject Of(Session session, SeatId seat, ReplyKind? kind = null)
    {
        var data = Of(session);
        data[Seat] = seat.Value;
        data[Seen] = session.Sequence.ToString(CultureInfo.InvariantCulture);
        if (kind is { } answer)
        {
            data[Reply] = Word(answer);
        }

        return data;
    }

    public static string Word(ReplyKind kind) => kind switch
    {
        ReplyKind.Present => "present",
        ReplyKind.Absent => "absent",
        ReplyKind.Represented => "represented",
        // Said, never offered: it comes from calendars, and no button gives it.
        ReplyKind.Tentative => "tentative",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such reply"),
    };

    /// <summary>The reply of that word; null when it is none.</summary>
    public static ReplyKind? ReplyOf(string? word) => word switch
    {
        "present" => ReplyKind.Present,
        "absent" => ReplyKind.Absent,
        "represented" => ReplyKind.Represented,
        _ => null,
    };
}
