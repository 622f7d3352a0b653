using ConcertationBot.Channel;

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
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseHostEdge();
        app.UseDevelopmentOnLoopback();
        app.MapChannel();
        return app;
    }
}
