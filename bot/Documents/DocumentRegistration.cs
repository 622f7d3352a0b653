using ConcertationBot.Links;

namespace ConcertationBot.Documents;

/// <summary>Files in, documents out.</summary>
public static class DocumentRegistration
{
    /// <param name="loopbackAllowed">Development: files may be fetched from this machine.</param>
    public static IServiceCollection AddDocumentTurns(this IServiceCollection services, bool loopbackAllowed) => services
        .AddSingleton(new FileHosts(loopbackAllowed))
        .AddSingleton<FetchFile>()
        .AddSingleton<ReceiveFiles>()
        .AddSingleton<DocumentClicks>()
        .AddSingleton<IFileDestination, Minutes.ToCorrectMinutes>()
        .AddSingleton<IFileDestination, Directories.ToDirectory>()
        .AddSingleton<IFileDestination, JoinToItem>()
        .AddSingleton<ILinkPage, DocumentLinkPage>();
}
