using Concertation.Domain.Agendas;
using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work;

/// <summary>The use cases of the domain, each with the ports it needs.</summary>
internal static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton<QuorumLack>().AddSingleton<EarlierDecisions>()
        .AddSingleton<ConveneSession>()
        .AddSingleton<ChangeSession>()
        .AddSingleton<MoveSession>()
        .AddSingleton<CancelSession>()
        .AddSingleton<ReplyToConvocation>()
        .AddSingleton<RemindSeats>()
        .AddSingleton<PlanYear>().AddSingleton<ConvenePlanned>()
        .AddSingleton<ImportTerritory>()
        .AddSingleton<TakeDocument>().AddSingleton<JoinDocuments>()
        .AddSingleton<DocumentReaders>().AddSingleton<IDocumentPlace, ItemDocuments>()
        .AddSingleton<ReportDysfunction>().AddSingleton<QualifyDysfunction>()
        .AddSingleton<SuggestForReport>().AddSingleton<LearnFromReport>().AddSingleton<PutOnAgenda>()
        .AddSingleton<CloseDysfunction>().AddSingleton<MoveDysfunction>().AddSingleton<MarkDecided>().AddSingleton<FollowDysfunction>()
        .AddSingleton<FollowCluster>().AddSingleton<GroupReports>().AddSingleton<SeparateReport>().AddSingleton<WriteSummary>()
        .AddSingleton<FindAlike>().AddSingleton<JoinCluster>().AddSingleton<PutClusterOnAgenda>().AddSingleton<HearStructure>()
        .AddSingleton<AskReporter>().AddSingleton<OwnReport>().AddSingleton<ReportDrafts>();
}
