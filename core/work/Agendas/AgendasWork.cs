using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using Concertation.Domain.Votes;
using Concertation.Work.Meetings;
using Concertation.Work.Notices;
using Concertation.Work.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Agendas;

/// <summary>Everything an agenda needs from its first item to the end of the session that goes through it.</summary>
internal static class AgendasWork
{
    public static IServiceCollection AddAgendas(this IServiceCollection services) => services
        .AddSingleton<EditAgenda>()
        .AddSingleton<SuggestItem>()
        .AddSingleton<AnswerItemSuggestion>()
        .AddSingleton<CirculateAgenda>()
        .AddSingleton<AcknowledgeAgenda>()
        .AddSingleton<HoldSession>()
        .AddSingleton<NotePresence>()
        .AddSingleton<NoteMeetingJoin>()
        .AddSingleton<GiveProxy>()
        .AddSingleton<WriteNote>()
        .AddSingleton<RecordConsensus>()
        .AddSingleton<PaperLinks>()
        .AddSingleton<IEffectHandler, TellItemSuggested>()
        .AddSingleton<IEffectHandler, TellItemAnswered>()
        .AddSingleton<IEffectHandler, TellAgendaCirculated>()
        .AddSingleton<IEffectHandler, EntrustAction>()
        .AddSingleton<INoticeContent, ItemSuggestedContent>()
        .AddSingleton<INoticeContent, ItemAnsweredContent>()
        .AddSingleton<INoticeContent, AgendaCirculatedContent>();
}
