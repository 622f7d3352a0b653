using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What the cards that follow a decision ask for.</summary>
public static class FollowDecisionVerbs
{
    public const string Follow = "decisions.follow";
    public const string Read = "decisions.read";
    public const string Review = "decisions.review";
    public const string Reserve = "decisions.reserve";
    public const string Readers = "decisions.readers";
    public const string Remind = "decisions.remind";

    public const string StateInput = "state";
    public const string EffectInput = "effect";
    public const string SeatKey = "seat";
    public const string ConfirmKey = "confirm";

    public static JsonObject Of(Decision decision) => new()
    {
        ["territory"] = decision.Territory.Value, ["ballot"] = decision.Ballot.Value,
    };
}
