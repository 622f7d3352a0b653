using Concertation.Microsoft365.Cards;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>One card the bot can send, filled with sample words.</summary>
/// <param name="Name">Where it comes from and in which state: <c>votes.open</c>. Names the picture too.</param>
/// <param name="Build">Makes it, with the builder the bot uses.</param>
public sealed record SampleCard(string Name, Func<AdaptiveCard> Build)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>
/// Every card the bot can send. Each capability keeps its samples in a file beside this one and adds one line to
/// <see cref="All"/>; the tests over the catalogue then parse, weigh, render and picture each.
/// </summary>
public static class CardCatalogue
{
    /// <summary>
    /// Words someone could type to be read as markup. Every sample puts them wherever a card shows people's words:
    /// they must come out as they are.
    /// </summary>
    public const string Hostile = "**gras** [x](http://evil) <b>";

    /// <summary>Every sample.</summary>
    public static IReadOnlyList<SampleCard> All { get; } =
    [
        .. PieceSamples.All,
        .. HelpSamples.All,
        .. VoteSamples.All,
        .. WaySamples.All,
        .. RightsSamples.All,
        .. SecretSamples.All,
        .. RegisterSamples.All,
        .. EscalationSamples.All,
        .. FollowDecisionSamples.All,
        .. SessionSamples.All,
        .. FeedSamples.All,
        .. PlanSamples.All,
        .. AgendaSamples.All,
        .. MeetingSamples.All,
        .. MinutesSamples.All,
        .. PollSamples.All,
        .. ReportSamples.All,
        .. ClusterSamples.All,
        .. RoadmapSamples.All,
        .. ObservatorySamples.All,
        .. DocumentSamples.All,
        .. DirectorySamples.All,
        .. RetentionSamples.All,
    ];

    /// <summary>Sample words of people, with markup in them.</summary>
    public static string Typed(string words) => $"{words} {Hostile}";
}
