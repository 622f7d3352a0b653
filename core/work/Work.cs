using Concertation.Documents.Mail;
using Concertation.Domain.Notices;
using Concertation.Storage;
using Concertation.Work.Agendas;
using Concertation.Work.Calendar;
using Concertation.Work.Decisions;
using Concertation.Work.Directories;
using Concertation.Work.Documents;
using Concertation.Work.Dysfunctions;
using Concertation.Work.Links;
using Concertation.Work.Minutes;
using Concertation.Work.Notices;
using Concertation.Work.Polls;
using Concertation.Work.Retention;
using Concertation.Work.Roadmap;
using Concertation.Work.Sessions;
using Concertation.Work.Tables;
using Concertation.Work.Votes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work;

/// <summary>What follows from a change: handlers of effects, what notices say, the two roads, personal links.</summary>
public static class Work
{
    /// <param name="folder">Where this machine keeps its data: the key ring and, unless `Mail:Folder` says otherwise, the mail.</param>
    public static IServiceCollection AddWork(
        this IServiceCollection services, IConfiguration configuration, string folder)
    {
        // Made when the first link asks for it: the framework's own registration reads its keys before the server listens.
        services.AddSingleton(_ => DataProtectionProvider.Create(
            new DirectoryInfo(Path.Combine(folder, "keys")), setup => setup.SetApplicationName("ConcertationBot")));
        services.AddSingleton(new LinkBase(configuration["Links:BaseUrl"]));
        services.AddSingleton<PersonalLinks>().AddSingleton<DocumentLinks>();
        services.AddSingleton(new MailFolder(
            configuration["Mail:Folder"] ?? Path.Combine(folder, "courrier"),
            SenderOf(configuration["Mail:From"] ?? "concertation@concertation.example")));
        services.AddSingleton<MailRoad>().AddSingleton<ChatRoad>().AddSingleton<SendNotices>().AddSingleton<Solicitations>();
        services.AddSingleton<Relay>().AddSingleton<IRelay>(p => p.GetRequiredService<Relay>());
        services.AddSingleton<LookAtAggregate>();
        return services.AddUseCases().AddCalendar().AddEffects()
            .AddSignedHeads(configuration, folder).AddVotes().AddEscalations().AddFollowedDecisions().AddAgendas().AddMinutes().AddPolls().AddRetention().AddDirectory();
    }

    private static string SenderOf(string setting) => System.Net.Mail.MailAddress.TryCreate(setting, out _)
        ? setting
        : throw new WrongSettingException(
            $"Le réglage Mail:From vaut « {setting} » : donnez une adresse de courriel, celle d’où partent les lettres.");

    /// <summary>Runs the work inside this process: one machine. On Azure the functions do.</summary>
    public static IServiceCollection AddWorkLoop(this IServiceCollection services) =>
        services.AddSchedule().AddHostedService<WorkLoop>().AddHostedService<CalendarLoop>();

    /// <summary>One handler for each kind of effect, one content for each kind of notice.</summary>
    private static IServiceCollection AddEffects(this IServiceCollection services) => services
        .AddSingleton<INoticeContent, DeliveryTroubleContent>()
        .AddSingleton<INoticeContent, IdentityUnknownContent>()
        .AddSingleton<SeatViews>()
        .AddSingleton<AttendingSubstitutes>()
        .AddSingleton<IEffectHandler, TellSessionProxyGiven>().AddSingleton<INoticeContent, SessionProxyGivenNotice>()
        .AddSingleton<IEffectHandler, TellSessionProxyEnded>().AddSingleton<INoticeContent, SessionProxyEndedNotice>()
        .AddSingleton<IEffectHandler, TellConvened>().AddSingleton<INoticeContent, ConvenedNotice>()
        .AddSingleton<IEffectHandler, TellMoved>().AddSingleton<INoticeContent, MovedNotice>()
        .AddSingleton<IEffectHandler, TellCancelled>().AddSingleton<INoticeContent, CancelledNotice>()
        .AddSingleton<PlannedTogether>()
        .AddSingleton<IEffectHandler, TellPlanned>().AddSingleton<INoticeContent, PlannedNotice>()
        .AddSingleton<IEffectHandler, TellSubstitute>().AddSingleton<INoticeContent, ReminderNotice>()
        .AddSingleton<ReportPages>().AddSingleton<ReportTickets>()
        .AddSingleton<ReportOnRoadmap>().AddSingleton<DysfunctionViews>().AddSingleton<CountReports>().AddSingleton<ObservatoryLinks>().AddSingleton<ClusterViews>().AddSingleton<QueueLinks>()
        .AddSingleton<IEffectHandler, TellReportAsked>().AddSingleton<INoticeContent, ReportAskedNotice>()
        .AddSingleton<IEffectHandler, TellReportToldMore>().AddSingleton<INoticeContent, ReportToldMoreNotice>()
        .AddSingleton<IEffectHandler, TellReportReceived>().AddSingleton<INoticeContent, ReportReceivedNotice>()
        .AddSingleton<IEffectHandler, TellReportChanged>().AddSingleton<INoticeContent, ReportChangedNotice>()
        .AddSingleton<IEffectHandler, TellReportDecided>().AddSingleton<INoticeContent, ReportDecidedNotice>()
        .AddSingleton<IEffectHandler, TellStructureAsked>().AddSingleton<INoticeContent, StructureAskedNotice>()
        .AddSingleton<IEffectHandler, TellStructureAnswered>().AddSingleton<INoticeContent, StructureAnsweredNotice>();
}
