using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Writing.Allotment;
using ThesisApp.Writing.Chat;
using ThesisApp.Writing.Chat.Consistency;
using ThesisApp.Writing.Chat.Outlining;
using ThesisApp.Writing.Chat.Researching;
using ThesisApp.Writing.Consistency;
using ThesisApp.Writing.Edits;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Outlining;
using ThesisApp.Writing.Researching;
using ThesisApp.Writing.Review;

namespace ThesisApp.Writing;

/// <summary>Registers writers.</summary>
public static class WritingServiceCollectionExtensions
{
    /// <summary>Adds the offline writer with its allotter and reviewer.</summary>
    public static IServiceCollection AddOfflineWriter(this IServiceCollection services) => services
        .AddSingleton<IPassageAllotter, PassageAllotter>()
        .AddSingleton<IEditedSections, EditedSections>()
        .AddSingleton<IOutliner, TemplateOutliner>()
        .AddSingleton<ISectionReviewer, SectionReviewer>()
        .AddSingleton<IWriter, OfflineWriter>();

    /// <summary>Adds the writer and the reviewer that ask chat models. <see cref="Models.IStageModels"/> must be registered.</summary>
    public static IServiceCollection AddChatWriter(this IServiceCollection services) => services
        .AddSingleton<IPassageAllotter, PassageAllotter>()
        .AddSingleton<IEditedSections, EditedSections>()
        .AddSingleton<IOutliner, ChatOutliner>()
        .AddSingleton<IConsistencyReader, ChatConsistencyReader>()
        .AddSingleton<ISectionResearcher, ChatSectionResearcher>()
        .AddSingleton<ISectionJudge, ChatSectionJudge>()
        .AddSingleton<ISectionReviewer, ChatSectionReviewer>()
        .AddSingleton<OfflineWriter>()
        .AddSingleton<IWriter, ChatWriter>();
}
