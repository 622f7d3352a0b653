using Concertation.Storage;
using Concertation.Work;
using ConcertationBot.Calendar;
using ConcertationBot.Channel;
using ConcertationBot.Directories;
using ConcertationBot.Documents;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Import;
using ConcertationBot.Links;
using ConcertationBot.Polls;
using ConcertationBot.Roadmap;
using ConcertationBot.Sessions;
using ConcertationBot.Simulator;
using ConcertationBot.Turns;
using ConcertationBot.Votes;

namespace ConcertationBot;

/// <summary>The whole system on one machine, as a web application.</summary>
public static class BotApp
{
    /// <summary>
    /// Builds it without starting it. Throws <see cref="StartRefusedException"/> when its settings can't be served
    /// safely. <paramref name="configure"/> runs last, over settings and services.
    /// </summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once; nobody waits for their files to be watched.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            // Also where a test's host runs the bot: the add-in's files are listed under this name.
            ApplicationName = typeof(BotApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        // The server's own lines write addresses out, and a personal link is a right to answer and vote.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.AddChannel().AddGraph();
        builder.Services.AddStorage(builder.Configuration).AddStores();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<LoadSampleWhenEmpty>();
            builder.Services.AddSimulator();
        }

        builder.Services.AddWork(builder.Configuration, StorageOptions.From(builder.Configuration).Folder).AddWorkLoop();
        builder.Services.AddTurns().AddSessionTurns().AddPollTurns().AddVoteTurns()
            .AddDocumentTurns(builder.Environment.IsDevelopment());
        builder.Services.AddPersonalLinkPages().AddReportPages();
        builder.Services.AddSingleton<ReportForm>().AddSingleton<ReportInPublic>().AddSingleton<ShowRoadmap>().AddSingleton<ShowObservatory>().AddSingleton<ShowDirectory>().AddSingleton<ChoicesAsked>();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseHostEdge();
        app.UseDevelopmentOnLoopback();
        app.UseLinkBase();
        app.UseChannel();
        app.MapStaticAssets();
        app.MapPersonalLinkPages();
        app.MapReportPages();
        app.MapFeeds();
        app.MapRoadmap();
        app.MapDirectory();
        if (app.Environment.IsDevelopment())
        {
            app.MapSimulator();
        }

        return app;
    }
}
