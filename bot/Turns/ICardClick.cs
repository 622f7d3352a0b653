using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;

namespace ConcertationBot.Turns;

/// <summary>What one verb does with a click.</summary>
public interface ICardClick
{
    Task<CardAnswer> Handle(CardClick click, CancellationToken cancel);
}

/// <summary>The answer to a click.</summary>
public abstract record CardAnswer
{
    private CardAnswer() { }

    /// <summary>The card that replaces the one clicked.</summary>
    public sealed record Card(AdaptiveCard Shown) : CardAnswer;

    /// <summary>A short text shown to the person who clicked; the card stays.</summary>
    public sealed record Message(string Text) : CardAnswer;

    /// <summary>The same, for what isn't done: it says why and what to do instead.</summary>
    public sealed record Refused(string Text) : CardAnswer;
}

/// <summary>What one text command does with a message.</summary>
public interface ITextCommand
{
    Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel);
}

/// <summary>One message of the bot's answer: a text, a card, or a text above a card.</summary>
public sealed record Say(string? Text, AdaptiveCard? Card = null)
{
    public static IReadOnlyList<Say> Only(string text) => [new(text)];

    public static IReadOnlyList<Say> Only(AdaptiveCard card) => [new(null, card)];
}

/// <summary>A message someone wrote, with who they are in the territory and how it was understood.</summary>
public sealed record TextTurn(
    Caller Caller, Actor Actor, Roster Roster, Language.Reading Reading, string Text, OperationId Operation);
