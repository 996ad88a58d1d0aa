/*
 * dotnet.exe, as far as "dotnet exec" needs it: there is none among the packages, and the runtime pack has the rest. eng/wine.sh
 * compiles it. It also works around two things of Wine 8 that stop .NET 10; neither is for Windows itself.
 */
#include <windows.h>

typedef int(__cdecl *host)(int, const wchar_t **);

/*
 * Wine's own functions keep a list of their exception handlers on the stack. .NET leaves such functions by ways on which Wine
 * does not take them from the list, and the next exception would call what lies there by then. Only the first of a
 * thread's handlers, close to the base of its stack, is still valid.
 */
static int is_first(const NT_TIB *thread, const CONTEXT *context) {
  ULONG_PTR handler = (ULONG_PTR)thread->ExceptionList;
  ULONG_PTR base = (ULONG_PTR)thread->StackBase;
  return handler >= context->Rsp && handler >= base - 0x1000 && handler < base;
}

static LONG CALLBACK mend(EXCEPTION_POINTERS *raised) {
  NT_TIB *thread = (NT_TIB *)NtCurrentTeb();
  void *none = (void *)~(ULONG_PTR)0;
  if (thread->ExceptionList != none && !is_first(thread, raised->ContextRecord)) {
    thread->ExceptionList = none;
  }
  return EXCEPTION_CONTINUE_SEARCH;
}

int wmain(int count, wchar_t **arguments) {
  static wchar_t self[32768], resolver[32768];
  GetModuleFileNameW(NULL, self, 32768);
  wcscpy(resolver, self);
  wcscpy(wcsrchr(resolver, L'\\'), L"\\host\\fxr\\" VERSION L"\\hostfxr.dll");
  HMODULE library = LoadLibraryExW(resolver, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!library) {
    return 101;
  }
  AddVectoredExceptionHandler(1, mend);
  /* Memory that is mapped twice, to write code and to run it, is not the same under Wine. */
  SetEnvironmentVariableW(L"DOTNET_EnableWriteXorExecute", L"0");
  arguments[0] = self;
  return ((host)GetProcAddress(library, "hostfxr_main"))(count, (const wchar_t **)arguments);
}
