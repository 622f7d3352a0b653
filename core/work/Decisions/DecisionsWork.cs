using Concertation.Domain.Decisions;
using Concertation.Domain.Documents;
using Concertation.Domain.Notices;
using Concertation.Work.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Decisions;

/// <summary>The register's signed heads, and decisions that another table validates.</summary>
public static class DecisionsWork
{
    /// <summary>After the ballots' own: a decision is recorded before it answers another.</summary>
    public static IServiceCollection AddEscalations(this IServiceCollection services) => services
        .AddSingleton<CopyDocuments>().AddSingleton<SubmitDecision>().AddSingleton<PlaceEscalation>().AddSingleton<AnswerEscalation>()
        .AddSingleton<EscalationViews>().AddSingleton<SubmittedOnAgenda>().AddSingleton<DecisionsOnAxis>().AddSingleton<TellEscalation>()
        .AddSingleton<IEffectHandler, AnswerByRuling>().AddSingleton<IEffectHandler, FollowEscalation>()
        .AddSingleton<IEffectHandler, PlaceWhenConvened>().AddSingleton<IEffectHandler, PlaceWhenPlanned>().AddSingleton<IEffectHandler, PlaceWhenCancelled>()
        .AddSingleton<INoticeContent, EscalationChangedContent>().AddSingleton<INoticeContent, EscalationToldContent>();

    /// <param name="folder">The storage folder.</param>
    public static IServiceCollection AddSignedHeads(this IServiceCollection services, IConfiguration configuration, string folder) => services
        .AddSingleton(RegisterPlaces.From(configuration, folder)).AddSingleton<RegisterKey>().AddSingleton<SignedHeads>();

    /// <summary>What comes after decisions: their return, their review, the reserves they were voted under.</summary>
    public static IServiceCollection AddFollowedDecisions(this IServiceCollection services) => services
        .AddSingleton<FollowDecision>().AddSingleton<ReturnPieces>()
        .AddSingleton<IUpkeep, AskAfterDecision>()
        .AddSingleton<ReturnBeyondTable>().AddSingleton<IEffectHandler, ReturnWhenValidated>()
        .AddSingleton<IEffectHandler, ReturnDecision>().AddSingleton<INoticeContent, ReturnedContent>()
        .AddSingleton<IEffectHandler, RemindReturn>().AddSingleton<INoticeContent, ReturnReminderContent>()
        .AddSingleton<IEffectHandler, PutReviewOnAxis>()
        .AddSingleton<IEffectHandler>(s => ActivatorUtilities.CreateInstance<TellFollowed>(s, EffectKind.DecisionReviewed))
        .AddSingleton<IEffectHandler>(s => ActivatorUtilities.CreateInstance<TellFollowed>(s, EffectKind.ReserveAnswered))
        .AddSingleton<INoticeContent, ReviewedContent>().AddSingleton<INoticeContent, ReserveAnsweredContent>()
        .AddSingleton<INoticeContent, ReviewDueContent>().AddSingleton<INoticeContent, ReserveDueContent>();
}
