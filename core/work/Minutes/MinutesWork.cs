using Concertation.Domain.Documents;
using Concertation.Domain.Minutes;
using Concertation.Work.Notices;
using Concertation.Work.Papers;
using Concertation.Work.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Minutes;

/// <summary>Everything minutes need from their draft to their last page.</summary>
internal static class MinutesWork
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<DraftMinutes>()
        .AddSingleton<ChangeMinutes>()
        .AddSingleton<CorrectMinutes>()
        .AddSingleton<CirculateMinutes>()
        .AddSingleton<ProposeAmendment>()
        .AddSingleton<AnswerAmendment>()
        .AddSingleton<ValidateMinutes>()
        .AddSingleton<IDocumentPlace, MinutesDocuments>()
        .AddSingleton<IUpkeep, ValidateSilentMinutes>()
        .AddSingleton<IEffectHandler, TellMinutesCirculated>().AddSingleton<INoticeContent, MinutesCirculatedNotice>()
        .AddSingleton<IEffectHandler, KeepValidatedMinutes>().AddSingleton<INoticeContent, MinutesValidatedNotice>()
        .AddSingleton<IEffectHandler, TellAmendmentProposed>().AddSingleton<INoticeContent, AmendmentProposedNotice>()
        .AddSingleton<IEffectHandler, TellAmendmentAnswered>().AddSingleton<INoticeContent, AmendmentAnsweredNotice>()
        .AddSingleton<IAgendaWatch, WatchAgendas>().AddSingleton<INoticeContent, LateAgendaNotice>()
        .AddSingleton<IMinutesWatch, WatchMinutes>().AddSingleton<INoticeContent, LateMinutesNotice>();
}
