using Concertation.Domain.Directories;
using Concertation.Work.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Directories;

/// <summary>The directory: asked, kept, taken in, confirmed.</summary>
internal static class DirectoryWork
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<DirectoryLinks>()
        .AddSingleton<AskDirectory>().AddSingleton<KeepDirectory>().AddSingleton<ImportDirectory>()
        .AddSingleton<IEffectHandler, TellConfirmationDue>().AddSingleton<INoticeContent, ConfirmationDueNotice>();
}
