using Concertation.Storage;
using Concertation.Work;
using ConcertationBot.Channel;
using ConcertationBot.Import;
using ConcertationBot.Links;
using ConcertationBot.Turns;

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
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddChannel();
        builder.Services.AddStorage(builder.Configuration).AddStores();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<LoadSampleWhenEmpty>();
        }

        builder.Services.AddWork(builder.Configuration, StorageOptions.From(builder.Configuration).Folder).AddWorkLoop();
        builder.Services.AddTurns();
        builder.Services.AddPersonalLinkPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseHostEdge();
        app.UseDevelopmentOnLoopback();
        app.UseLinkBase();
        app.MapChannel();
        app.MapPersonalLinkPages();
        return app;
    }
}
