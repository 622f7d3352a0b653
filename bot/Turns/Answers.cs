using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Turns;

/// <summary>Sends answers into the conversation they belong to.</summary>
public sealed partial class Answers(ConnectorClient connector, ILogger<Answers> log)
{
    public async Task Give(Caller caller, IReadOnlyList<Say> answers, CancellationToken cancel)
    {
        foreach (var say in answers)
        {
            Note(await connector.Send(caller.Conversation, MessageOf(say) with { ReplyToId = caller.Answered }, cancel));
        }
    }

    /// <summary>The answer to a Submit: the clicked card is replaced where the client said which it was.</summary>
    public async Task Give(Caller caller, CardAnswer answer, string? clicked, CancellationToken cancel)
    {
        var say = answer switch
        {
            CardAnswer.Card it => new Say(null, it.Shown),
            CardAnswer.Message it => new Say(it.Text),
            CardAnswer.Refused it => new Say(it.Text),
            _ => throw new InvalidOperationException("no such answer"),
        };
        Note(say.Card is not null && clicked is not null
            ? await connector.Update(caller.Conversation, clicked, MessageOf(say), cancel)
            : await connector.Send(caller.Conversation, MessageOf(say) with { ReplyToId = caller.Answered }, cancel));
    }

    internal static Activity MessageOf(Say say) => new()
    {
        Type = ActivityTypes.Message,
        Text = say.Text,
        // Ours only; what people wrote goes into cards as plain runs.
        TextFormat = say.Text is null ? null : "plain",
        Attachments = say.Card is null ? null : [Attachment.Card(CardJson.Element(say.Card))],
    };

    private void Note(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Refused refused:
                AnswerRefused(refused.Status, refused.Code);
                break;
            case SendOutcome.Uncertain uncertain:
                AnswerUncertain(uncertain.Reason);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer was refused by the channel: {Status} {Code}")]
    private partial void AnswerRefused(int status, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether an answer arrived is unknown: {Reason}")]
    private partial void AnswerUncertain(string reason);
}
