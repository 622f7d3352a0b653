namespace ConcertationBot.Language;

/// <summary>What somebody may want when they write to the bot.</summary>
public enum IntentKind
{
    Help,
    Convene,
    ReplyPresent,
    ReplyAbsent,
    ReplyRepresented,
    WhoHasNotReplied,
    MoveSession,
    CancelSession,
    Agenda,
    SuggestItem,
    Propose,
    CloseBallot,
    WithdrawBallot,
    Ballots,
    Sessions,
    Report,
    MyReports,
    FollowUp,
    Qualify,
    Roadmap,
    Decisions,
}
