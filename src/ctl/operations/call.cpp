#include "ctl/operations/call.hpp"

#include "codec/json_text.hpp"
#include "ctl/api_failure.hpp"
#include "ctl/command_line.hpp"
#include "ctl/operations/row_printer.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/server_warning.hpp"
#include "ctl/report.hpp"

#include <algorithm>

namespace clerk::ctl::operations {

namespace json = boost::json;

namespace {

void warn(const Context& context, std::string_view warning) { ctl::warn(context.host, context.options, warning); }

void print_head(const Context& context, int status, const Headers& headers) {
  context.host.out << "HTTP " << status << '\n';
  for (const Header& header : headers)
    context.host.out << harmless(header.name) << ": " << harmless(header.value) << '\n';
  context.host.out << '\n';
}

/// What the server says, but for the nulls that have been told of already, before the call.
std::string news_in(const Headers& headers, const ReadyRequest& request) {
  constexpr std::string_view between = "; ";
  const std::string warning = server_warning(headers);
  std::string news;
  for (std::size_t begin = 0; begin < warning.size();) {
    const std::size_t end = std::min(warning.find(between, begin), warning.size());
    const std::string part = warning.substr(begin, end - begin);
    const auto is_told = [&](const std::string& field) { return part == field + " " + std::string{null_is_idle}; };
    if (std::ranges::none_of(request.idle_nulls, is_told)) news.append(news.empty() ? "" : between).append(part);
    begin = end + between.size();
  }
  return news;
}

ExitStatus fail(const Context& context, const ReadyRequest& request, const Error& error) {
  Failure failure = api_failure(error, context.credentials.key_source);
  const bool is_mistake = error.kind == ErrorKind::http && (error.status == 400 || error.status == 422);
  if (failure.hint.empty() && is_mistake) failure.hint = request.command + " --help tells what each flag takes.";
  return report(context.host, context.options, failure);
}

json::value read(std::string_view text) {
  auto value = codec::parse(text, codec::tolerant_limits(text));
  return value ? *std::move(value) : json::value(nullptr);  // the codec has written it
}

// Who takes this for a failed call makes it again.
Failure not_found(Failure failure) {
  failure.message = "--query: " + failure.message;
  failure.hint = "The call was made and answered; only this part is not in the answer.";
  return failure;
}

ExitStatus print(const Context& context, const json::value& answer, const OutputChoice& choice) {
  if (!choice.pointer) {
    context.host.out << render(answer, context.options.format);
    return ExitStatus::done;
  }
  const auto part = at_pointer(answer, *choice.pointer);
  if (!part) return report(context.host, context.options, not_found(part.error()));
  context.host.out << render(*part, context.options.format);
  return ExitStatus::done;
}

ExitStatus send_one(const Context& context, const ReadyRequest& request, const OutputChoice& choice) {
  const auto reply = request.call->send(context.api_client);
  const Headers& headers = reply ? reply->headers : reply.error().headers;
  const int status = reply ? reply->status : reply.error().status;
  if (choice.include && status != 0) print_head(context, status, headers);
  if (const std::string news = news_in(headers, request); !news.empty()) warn(context, news);
  if (!reply) return fail(context, request, reply.error());
  if (reply->body) return print(context, read(*reply->body), choice);
  if (context.options.format == OutputFormat::table || context.host.err_is_terminal) context.host.err << "done\n";
  return ExitStatus::done;
}

/// The one row of a page, which is an array or has one.
json::value row_in(std::string_view page) {
  json::value read_page = read(page);
  json::value& rows = read_page.is_array() ? read_page : read_page.at("data");
  return std::move(rows.get_array().front());
}

ExitStatus send_all(const Context& context, const ReadyRequest& request, const OutputChoice& choice) {
  RowPrinter printer{context.host, context.options, choice.pointer};
  std::string warned;
  const auto warn_once = [&](const Headers& headers) {
    const std::string warning = server_warning(headers);
    if (!warning.empty() && warning != warned) warn(context, warning);
    warned = warning;
  };
  const auto problem =
      request.call->send_all(context.api_client, {.take_head = warn_once, .take_row = [&](std::string_view page) {
                                                    printer.add(row_in(page));
                                                    return context.host.out.good();  // nobody may be reading any more
                                                  }});
  if (problem) {
    warn_once(problem->headers);
    printer.break_off();
    warn(context, "the list is not whole: " + std::to_string(printer.count()) + " rows came before the failure");
    return fail(context, request, *problem);
  }
  if (!context.host.out) return ExitStatus::failed;
  const auto printed = printer.end();
  return printed ? ExitStatus::done : report(context.host, context.options, not_found(printed.error()));
}

}  // namespace

ExitStatus make_call(const Context& context, const ReadyRequest& request, const OutputChoice& choice) {
  for (const std::string& warning : request.warnings) warn(context, warning);
  return choice.all ? send_all(context, request, choice) : send_one(context, request, choice);
}

}  // namespace clerk::ctl::operations
